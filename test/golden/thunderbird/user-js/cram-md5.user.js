// "The account cram@example.org, for a new Thunderbird profile."
// "Careful: in a profile that has accounts already, this file takes their place in the list of accounts. Do not put it there."
// "Thunderbird reads this file at every start and then keeps what it says: after the first start, delete it."
// "To take the account away: delete this file, then remove the account in the account settings of Thunderbird."
user_pref("mail.account.account_6b50de0789e6.server", "server_6b50de0789e6");
user_pref("mail.account.account_6b50de0789e6.identities", "id_6b50de0789e6");
user_pref("mail.identity.id_6b50de0789e6.fullName", "Cram");
user_pref("mail.identity.id_6b50de0789e6.useremail", "cram@example.org");
user_pref("mail.identity.id_6b50de0789e6.smtpServer", "smtp_6b50de0789e6_1");
user_pref("mail.server.server_6b50de0789e6.type", "imap");
user_pref("mail.server.server_6b50de0789e6.hostname", "imap.example.org");
user_pref("mail.server.server_6b50de0789e6.port", 993);
user_pref("mail.server.server_6b50de0789e6.socketType", 3);
user_pref("mail.server.server_6b50de0789e6.authMethod", 4);
user_pref("mail.server.server_6b50de0789e6.userName", "cram@example.org");
user_pref("mail.server.server_6b50de0789e6.name", "cram@example.org");
user_pref("mail.server.server_6b50de0789e6.login_at_startup", true);
user_pref("mail.server.server_6b50de0789e6.check_new_mail", true);
user_pref("mail.smtpserver.smtp_6b50de0789e6_1.type", "smtp");
user_pref("mail.smtpserver.smtp_6b50de0789e6_1.hostname", "smtp.example.org");
user_pref("mail.smtpserver.smtp_6b50de0789e6_1.port", 465);
user_pref("mail.smtpserver.smtp_6b50de0789e6_1.try_ssl", 3);
user_pref("mail.smtpserver.smtp_6b50de0789e6_1.authMethod", 4);
user_pref("mail.smtpserver.smtp_6b50de0789e6_1.username", "cram@example.org");
user_pref("mail.smtpserver.smtp_6b50de0789e6_1.description", "Example Mail");
user_pref("mail.account.account_6b50de0789e6_local.server", "server_6b50de0789e6_local");
user_pref("mail.server.server_6b50de0789e6_local.type", "none");
user_pref("mail.server.server_6b50de0789e6_local.hostname", "Local Folders");
user_pref("mail.server.server_6b50de0789e6_local.userName", "nobody");
user_pref("mail.server.server_6b50de0789e6_local.name", "Local Folders");
user_pref("mail.accountmanager.accounts", "account_6b50de0789e6,account_6b50de0789e6_local");
user_pref("mail.accountmanager.localfoldersserver", "server_6b50de0789e6_local");
user_pref("mail.smtpservers", "smtp_6b50de0789e6_1");
