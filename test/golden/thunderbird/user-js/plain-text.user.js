// "The account clear@example.org, for a new Thunderbird profile."
// "Careful: in a profile that has accounts already, this file takes their place in the list of accounts. Do not put it there."
// "Thunderbird reads this file at every start and then keeps what it says: after the first start, delete it."
// "To take the account away: delete this file, then remove the account in the account settings of Thunderbird."
user_pref("mail.account.account_1fc243f104d7.server", "server_1fc243f104d7");
user_pref("mail.account.account_1fc243f104d7.identities", "id_1fc243f104d7");
user_pref("mail.identity.id_1fc243f104d7.fullName", "Clear Text");
user_pref("mail.identity.id_1fc243f104d7.useremail", "clear@example.org");
user_pref("mail.identity.id_1fc243f104d7.smtpServer", "smtp_1fc243f104d7_1");
user_pref("mail.server.server_1fc243f104d7.type", "imap");
user_pref("mail.server.server_1fc243f104d7.hostname", "imap.example.org");
user_pref("mail.server.server_1fc243f104d7.port", 143);
user_pref("mail.server.server_1fc243f104d7.socketType", 0);
user_pref("mail.server.server_1fc243f104d7.authMethod", 3);
user_pref("mail.server.server_1fc243f104d7.userName", "clear");
user_pref("mail.server.server_1fc243f104d7.name", "clear@example.org");
user_pref("mail.server.server_1fc243f104d7.login_at_startup", true);
user_pref("mail.server.server_1fc243f104d7.check_new_mail", true);
user_pref("mail.smtpserver.smtp_1fc243f104d7_1.type", "smtp");
user_pref("mail.smtpserver.smtp_1fc243f104d7_1.hostname", "smtp.example.org");
user_pref("mail.smtpserver.smtp_1fc243f104d7_1.port", 25);
user_pref("mail.smtpserver.smtp_1fc243f104d7_1.try_ssl", 0);
user_pref("mail.smtpserver.smtp_1fc243f104d7_1.authMethod", 1);
user_pref("mail.smtpserver.smtp_1fc243f104d7_1.description", "Example Mail");
user_pref("mail.account.account_1fc243f104d7_local.server", "server_1fc243f104d7_local");
user_pref("mail.server.server_1fc243f104d7_local.type", "none");
user_pref("mail.server.server_1fc243f104d7_local.hostname", "Local Folders");
user_pref("mail.server.server_1fc243f104d7_local.userName", "nobody");
user_pref("mail.server.server_1fc243f104d7_local.name", "Local Folders");
user_pref("mail.accountmanager.accounts", "account_1fc243f104d7,account_1fc243f104d7_local");
user_pref("mail.accountmanager.localfoldersserver", "server_1fc243f104d7_local");
user_pref("mail.smtpservers", "smtp_1fc243f104d7_1");
