// "The account start@example.org, for a new Thunderbird profile."
// "Careful: in a profile that has accounts already, this file takes their place in the list of accounts. Do not put it there."
// "Thunderbird reads this file at every start and then keeps what it says: after the first start, delete it."
// "To take the account away: delete this file, then remove the account in the account settings of Thunderbird."
user_pref("mail.account.account_6701d080aeea.server", "server_6701d080aeea");
user_pref("mail.account.account_6701d080aeea.identities", "id_6701d080aeea");
user_pref("mail.identity.id_6701d080aeea.fullName", "Start Tls");
user_pref("mail.identity.id_6701d080aeea.useremail", "start@example.org");
user_pref("mail.identity.id_6701d080aeea.smtpServer", "smtp_6701d080aeea_1");
user_pref("mail.server.server_6701d080aeea.type", "imap");
user_pref("mail.server.server_6701d080aeea.hostname", "imap.example.org");
user_pref("mail.server.server_6701d080aeea.port", 143);
user_pref("mail.server.server_6701d080aeea.socketType", 2);
user_pref("mail.server.server_6701d080aeea.authMethod", 3);
user_pref("mail.server.server_6701d080aeea.userName", "start@login.example.org");
user_pref("mail.server.server_6701d080aeea.name", "start@example.org");
user_pref("mail.server.server_6701d080aeea.login_at_startup", true);
user_pref("mail.server.server_6701d080aeea.check_new_mail", true);
user_pref("mail.smtpserver.smtp_6701d080aeea_1.type", "smtp");
user_pref("mail.smtpserver.smtp_6701d080aeea_1.hostname", "smtp.example.org");
user_pref("mail.smtpserver.smtp_6701d080aeea_1.port", 587);
user_pref("mail.smtpserver.smtp_6701d080aeea_1.try_ssl", 2);
user_pref("mail.smtpserver.smtp_6701d080aeea_1.authMethod", 3);
user_pref("mail.smtpserver.smtp_6701d080aeea_1.username", "start@login.example.org");
user_pref("mail.smtpserver.smtp_6701d080aeea_1.description", "Example Mail");
user_pref("mail.account.account_6701d080aeea_local.server", "server_6701d080aeea_local");
user_pref("mail.server.server_6701d080aeea_local.type", "none");
user_pref("mail.server.server_6701d080aeea_local.hostname", "Local Folders");
user_pref("mail.server.server_6701d080aeea_local.userName", "nobody");
user_pref("mail.server.server_6701d080aeea_local.name", "Local Folders");
user_pref("mail.accountmanager.accounts", "account_6701d080aeea,account_6701d080aeea_local");
user_pref("mail.accountmanager.localfoldersserver", "server_6701d080aeea_local");
user_pref("mail.smtpservers", "smtp_6701d080aeea_1");
