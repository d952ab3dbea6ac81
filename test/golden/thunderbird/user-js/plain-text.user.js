// "The account clear@example.org, for a new Thunderbird profile."
// "Careful: in a profile that has accounts already, this file takes their place in the list of accounts. Do not put it there."
// "Thunderbird reads this file at every start and then keeps what it says: after the first start, delete it."
// "To take the account away: delete this file, then remove the account in the account settings of Thunderbird."
user_pref("mail.account.account_c42bc426a699.server", "server_c42bc426a699");
user_pref("mail.account.account_c42bc426a699.identities", "id_c42bc426a699");
user_pref("mail.identity.id_c42bc426a699.fullName", "Clear Text");
user_pref("mail.identity.id_c42bc426a699.useremail", "clear@example.org");
user_pref("mail.identity.id_c42bc426a699.smtpServer", "smtp_c42bc426a699_1");
user_pref("mail.server.server_c42bc426a699.type", "imap");
user_pref("mail.server.server_c42bc426a699.hostname", "imap.example.org");
user_pref("mail.server.server_c42bc426a699.port", 143);
user_pref("mail.server.server_c42bc426a699.socketType", 0);
user_pref("mail.server.server_c42bc426a699.authMethod", 3);
user_pref("mail.server.server_c42bc426a699.userName", "clear");
user_pref("mail.server.server_c42bc426a699.name", "clear@example.org");
user_pref("mail.server.server_c42bc426a699.login_at_startup", true);
user_pref("mail.server.server_c42bc426a699.check_new_mail", true);
user_pref("mail.smtpserver.smtp_c42bc426a699_1.type", "smtp");
user_pref("mail.smtpserver.smtp_c42bc426a699_1.hostname", "smtp.example.org");
user_pref("mail.smtpserver.smtp_c42bc426a699_1.port", 25);
user_pref("mail.smtpserver.smtp_c42bc426a699_1.try_ssl", 0);
user_pref("mail.smtpserver.smtp_c42bc426a699_1.authMethod", 1);
user_pref("mail.smtpserver.smtp_c42bc426a699_1.description", "Example Mail");
user_pref("mail.account.account_c42bc426a699_local.server", "server_c42bc426a699_local");
user_pref("mail.server.server_c42bc426a699_local.type", "none");
user_pref("mail.server.server_c42bc426a699_local.hostname", "Local Folders");
user_pref("mail.server.server_c42bc426a699_local.userName", "nobody");
user_pref("mail.server.server_c42bc426a699_local.name", "Local Folders");
user_pref("mail.accountmanager.accounts", "account_c42bc426a699,account_c42bc426a699_local");
user_pref("mail.accountmanager.localfoldersserver", "server_c42bc426a699_local");
user_pref("mail.smtpservers", "smtp_c42bc426a699_1");
