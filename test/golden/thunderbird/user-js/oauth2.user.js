// "The account oauth@example.org, for a new Thunderbird profile."
// "Careful: in a profile that has accounts already, this file takes their place in the list of accounts. Do not put it there."
// "Thunderbird reads this file at every start and then keeps what it says: after the first start, delete it."
// "To take the account away: delete this file, then remove the account in the account settings of Thunderbird."
user_pref("mail.account.account_9a40d31d4ac3.server", "server_9a40d31d4ac3");
user_pref("mail.account.account_9a40d31d4ac3.identities", "id_9a40d31d4ac3");
user_pref("mail.identity.id_9a40d31d4ac3.fullName", "O Auth");
user_pref("mail.identity.id_9a40d31d4ac3.useremail", "oauth@example.org");
user_pref("mail.identity.id_9a40d31d4ac3.smtpServer", "smtp_9a40d31d4ac3_1");
user_pref("mail.server.server_9a40d31d4ac3.type", "imap");
user_pref("mail.server.server_9a40d31d4ac3.hostname", "imap.example.org");
user_pref("mail.server.server_9a40d31d4ac3.port", 993);
user_pref("mail.server.server_9a40d31d4ac3.socketType", 3);
user_pref("mail.server.server_9a40d31d4ac3.authMethod", 3);
user_pref("mail.server.server_9a40d31d4ac3.userName", "oauth@example.org");
user_pref("mail.server.server_9a40d31d4ac3.name", "oauth@example.org");
user_pref("mail.server.server_9a40d31d4ac3.login_at_startup", true);
user_pref("mail.server.server_9a40d31d4ac3.check_new_mail", true);
user_pref("mail.smtpserver.smtp_9a40d31d4ac3_1.type", "smtp");
user_pref("mail.smtpserver.smtp_9a40d31d4ac3_1.hostname", "smtp.example.org");
user_pref("mail.smtpserver.smtp_9a40d31d4ac3_1.port", 465);
user_pref("mail.smtpserver.smtp_9a40d31d4ac3_1.try_ssl", 3);
user_pref("mail.smtpserver.smtp_9a40d31d4ac3_1.authMethod", 3);
user_pref("mail.smtpserver.smtp_9a40d31d4ac3_1.username", "oauth@example.org");
user_pref("mail.smtpserver.smtp_9a40d31d4ac3_1.description", "Example Mail");
user_pref("mail.account.account_9a40d31d4ac3_local.server", "server_9a40d31d4ac3_local");
user_pref("mail.server.server_9a40d31d4ac3_local.type", "none");
user_pref("mail.server.server_9a40d31d4ac3_local.hostname", "Local Folders");
user_pref("mail.server.server_9a40d31d4ac3_local.userName", "nobody");
user_pref("mail.server.server_9a40d31d4ac3_local.name", "Local Folders");
user_pref("mail.accountmanager.accounts", "account_9a40d31d4ac3,account_9a40d31d4ac3_local");
user_pref("mail.accountmanager.localfoldersserver", "server_9a40d31d4ac3_local");
user_pref("mail.smtpservers", "smtp_9a40d31d4ac3_1");
