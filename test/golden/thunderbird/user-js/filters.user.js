// "The account Jean-Luc.Martin+listes@example.org, for a new Thunderbird profile."
// "Careful: in a profile that has accounts already, this file takes their place in the list of accounts. Do not put it there."
// "Thunderbird reads this file at every start and then keeps what it says: after the first start, delete it."
// "To take the account away: delete this file, then remove the account in the account settings of Thunderbird."
user_pref("mail.account.account_91d44aeb0139.server", "server_91d44aeb0139");
user_pref("mail.account.account_91d44aeb0139.identities", "id_91d44aeb0139");
user_pref("mail.identity.id_91d44aeb0139.fullName", "Jean-Luc Martin");
user_pref("mail.identity.id_91d44aeb0139.useremail", "Jean-Luc.Martin+listes@example.org");
user_pref("mail.identity.id_91d44aeb0139.smtpServer", "smtp_91d44aeb0139_1");
user_pref("mail.server.server_91d44aeb0139.type", "imap");
user_pref("mail.server.server_91d44aeb0139.hostname", "imap.example.org");
user_pref("mail.server.server_91d44aeb0139.port", 993);
user_pref("mail.server.server_91d44aeb0139.socketType", 3);
user_pref("mail.server.server_91d44aeb0139.authMethod", 3);
user_pref("mail.server.server_91d44aeb0139.userName", "jean-luc.martin@login.example.org");
user_pref("mail.server.server_91d44aeb0139.name", "Jean-Luc.Martin+listes@example.org");
user_pref("mail.server.server_91d44aeb0139.login_at_startup", true);
user_pref("mail.server.server_91d44aeb0139.check_new_mail", true);
user_pref("mail.smtpserver.smtp_91d44aeb0139_1.type", "smtp");
user_pref("mail.smtpserver.smtp_91d44aeb0139_1.hostname", "smtp.example.org");
user_pref("mail.smtpserver.smtp_91d44aeb0139_1.port", 587);
user_pref("mail.smtpserver.smtp_91d44aeb0139_1.try_ssl", 2);
user_pref("mail.smtpserver.smtp_91d44aeb0139_1.authMethod", 3);
user_pref("mail.smtpserver.smtp_91d44aeb0139_1.username", "jean-luc.martin@login.example.org");
user_pref("mail.smtpserver.smtp_91d44aeb0139_1.description", "Example Mail");
user_pref("mail.account.account_91d44aeb0139_local.server", "server_91d44aeb0139_local");
user_pref("mail.server.server_91d44aeb0139_local.type", "none");
user_pref("mail.server.server_91d44aeb0139_local.hostname", "Local Folders");
user_pref("mail.server.server_91d44aeb0139_local.userName", "nobody");
user_pref("mail.server.server_91d44aeb0139_local.name", "Local Folders");
user_pref("mail.accountmanager.accounts", "account_91d44aeb0139,account_91d44aeb0139_local");
user_pref("mail.accountmanager.localfoldersserver", "server_91d44aeb0139_local");
user_pref("mail.smtpservers", "smtp_91d44aeb0139_1");
