// "The account both@example.org, for a new Thunderbird profile."
// "Careful: in a profile that has accounts already, this file takes their place in the list of accounts. Do not put it there."
// "Thunderbird reads this file at every start and then keeps what it says: after the first start, delete it."
// "To take the account away: delete this file, then remove the account in the account settings of Thunderbird."
user_pref("mail.account.account_867687785cdc.server", "server_867687785cdc");
user_pref("mail.account.account_867687785cdc.identities", "id_867687785cdc");
user_pref("mail.identity.id_867687785cdc.fullName", "Both Ways");
user_pref("mail.identity.id_867687785cdc.useremail", "both@example.org");
user_pref("mail.identity.id_867687785cdc.smtpServer", "smtp_867687785cdc_1");
user_pref("mail.server.server_867687785cdc.type", "imap");
user_pref("mail.server.server_867687785cdc.hostname", "imap.example.org");
user_pref("mail.server.server_867687785cdc.port", 993);
user_pref("mail.server.server_867687785cdc.socketType", 3);
user_pref("mail.server.server_867687785cdc.authMethod", 3);
user_pref("mail.server.server_867687785cdc.userName", "read-both");
user_pref("mail.server.server_867687785cdc.name", "both@example.org");
user_pref("mail.server.server_867687785cdc.login_at_startup", true);
user_pref("mail.server.server_867687785cdc.check_new_mail", true);
user_pref("mail.smtpserver.smtp_867687785cdc_1.type", "smtp");
user_pref("mail.smtpserver.smtp_867687785cdc_1.hostname", "smtp.example.org");
user_pref("mail.smtpserver.smtp_867687785cdc_1.port", 587);
user_pref("mail.smtpserver.smtp_867687785cdc_1.try_ssl", 2);
user_pref("mail.smtpserver.smtp_867687785cdc_1.authMethod", 3);
user_pref("mail.smtpserver.smtp_867687785cdc_1.username", "send-both@smtp.example.org");
user_pref("mail.smtpserver.smtp_867687785cdc_1.description", "Example Mail");
user_pref("mail.account.account_867687785cdc_local.server", "server_867687785cdc_local");
user_pref("mail.server.server_867687785cdc_local.type", "none");
user_pref("mail.server.server_867687785cdc_local.hostname", "Local Folders");
user_pref("mail.server.server_867687785cdc_local.userName", "nobody");
user_pref("mail.server.server_867687785cdc_local.name", "Local Folders");
user_pref("mail.accountmanager.accounts", "account_867687785cdc,account_867687785cdc_local");
user_pref("mail.accountmanager.localfoldersserver", "server_867687785cdc_local");
user_pref("mail.smtpservers", "smtp_867687785cdc_1");
