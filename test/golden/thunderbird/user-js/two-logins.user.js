// "The account both@example.org, for a new Thunderbird profile."
// "Careful: in a profile that has accounts already, this file takes their place in the list of accounts. Do not put it there."
// "Thunderbird reads this file at every start and then keeps what it says: after the first start, delete it."
// "To take the account away: delete this file, then remove the account in the account settings of Thunderbird."
user_pref("mail.account.account_cb3423a99c9f.server", "server_cb3423a99c9f");
user_pref("mail.account.account_cb3423a99c9f.identities", "id_cb3423a99c9f");
user_pref("mail.identity.id_cb3423a99c9f.fullName", "Both Ways");
user_pref("mail.identity.id_cb3423a99c9f.useremail", "both@example.org");
user_pref("mail.identity.id_cb3423a99c9f.smtpServer", "smtp_cb3423a99c9f_1");
user_pref("mail.server.server_cb3423a99c9f.type", "imap");
user_pref("mail.server.server_cb3423a99c9f.hostname", "imap.example.org");
user_pref("mail.server.server_cb3423a99c9f.port", 993);
user_pref("mail.server.server_cb3423a99c9f.socketType", 3);
user_pref("mail.server.server_cb3423a99c9f.authMethod", 3);
user_pref("mail.server.server_cb3423a99c9f.userName", "read-both");
user_pref("mail.server.server_cb3423a99c9f.name", "both@example.org");
user_pref("mail.server.server_cb3423a99c9f.login_at_startup", true);
user_pref("mail.server.server_cb3423a99c9f.check_new_mail", true);
user_pref("mail.smtpserver.smtp_cb3423a99c9f_1.type", "smtp");
user_pref("mail.smtpserver.smtp_cb3423a99c9f_1.hostname", "smtp.example.org");
user_pref("mail.smtpserver.smtp_cb3423a99c9f_1.port", 587);
user_pref("mail.smtpserver.smtp_cb3423a99c9f_1.try_ssl", 2);
user_pref("mail.smtpserver.smtp_cb3423a99c9f_1.authMethod", 3);
user_pref("mail.smtpserver.smtp_cb3423a99c9f_1.username", "send-both@smtp.example.org");
user_pref("mail.smtpserver.smtp_cb3423a99c9f_1.description", "Example Mail");
user_pref("mail.account.account_cb3423a99c9f_local.server", "server_cb3423a99c9f_local");
user_pref("mail.server.server_cb3423a99c9f_local.type", "none");
user_pref("mail.server.server_cb3423a99c9f_local.hostname", "Local Folders");
user_pref("mail.server.server_cb3423a99c9f_local.userName", "nobody");
user_pref("mail.server.server_cb3423a99c9f_local.name", "Local Folders");
user_pref("mail.accountmanager.accounts", "account_cb3423a99c9f,account_cb3423a99c9f_local");
user_pref("mail.accountmanager.localfoldersserver", "server_cb3423a99c9f_local");
user_pref("mail.smtpservers", "smtp_cb3423a99c9f_1");
