// "The account \"odd \\\"local\\\" part\"@example.org, for a new Thunderbird profile."
// "Careful: in a profile that has accounts already, this file takes their place in the list of accounts. Do not put it there."
// "Thunderbird reads this file at every start and then keeps what it says: after the first start, delete it."
// "To take the account away: delete this file, then remove the account in the account settings of Thunderbird."
user_pref("mail.account.account_b7da8af682a4.server", "server_b7da8af682a4");
user_pref("mail.account.account_b7da8af682a4.identities", "id_b7da8af682a4");
user_pref("mail.identity.id_b7da8af682a4.fullName", "Odd Local");
user_pref("mail.identity.id_b7da8af682a4.useremail", "\"odd \\\"local\\\" part\"@example.org");
user_pref("mail.identity.id_b7da8af682a4.smtpServer", "smtp_b7da8af682a4_1");
user_pref("mail.server.server_b7da8af682a4.type", "imap");
user_pref("mail.server.server_b7da8af682a4.hostname", "imap.example.org");
user_pref("mail.server.server_b7da8af682a4.port", 993);
user_pref("mail.server.server_b7da8af682a4.socketType", 3);
user_pref("mail.server.server_b7da8af682a4.authMethod", 3);
user_pref("mail.server.server_b7da8af682a4.userName", "\"odd \\\"local\\\" part\"@example.org");
user_pref("mail.server.server_b7da8af682a4.name", "\"odd \\\"local\\\" part\"@example.org");
user_pref("mail.server.server_b7da8af682a4.login_at_startup", true);
user_pref("mail.server.server_b7da8af682a4.check_new_mail", true);
user_pref("mail.smtpserver.smtp_b7da8af682a4_1.type", "smtp");
user_pref("mail.smtpserver.smtp_b7da8af682a4_1.hostname", "smtp.example.org");
user_pref("mail.smtpserver.smtp_b7da8af682a4_1.port", 465);
user_pref("mail.smtpserver.smtp_b7da8af682a4_1.try_ssl", 3);
user_pref("mail.smtpserver.smtp_b7da8af682a4_1.authMethod", 3);
user_pref("mail.smtpserver.smtp_b7da8af682a4_1.username", "\"odd \\\"local\\\" part\"@example.org");
user_pref("mail.smtpserver.smtp_b7da8af682a4_1.description", "Example Mail");
user_pref("mail.account.account_b7da8af682a4_local.server", "server_b7da8af682a4_local");
user_pref("mail.server.server_b7da8af682a4_local.type", "none");
user_pref("mail.server.server_b7da8af682a4_local.hostname", "Local Folders");
user_pref("mail.server.server_b7da8af682a4_local.userName", "nobody");
user_pref("mail.server.server_b7da8af682a4_local.name", "Local Folders");
user_pref("mail.accountmanager.accounts", "account_b7da8af682a4,account_b7da8af682a4_local");
user_pref("mail.accountmanager.localfoldersserver", "server_b7da8af682a4_local");
user_pref("mail.smtpservers", "smtp_b7da8af682a4_1");
