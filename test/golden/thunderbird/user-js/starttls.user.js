// "The account start@example.org, for a new Thunderbird profile."
// "Careful: in a profile that has accounts already, this file takes their place in the list of accounts. Do not put it there."
// "Thunderbird reads this file at every start and then keeps what it says: after the first start, delete it."
// "To take the account away: delete this file, then remove the account in the account settings of Thunderbird."
user_pref("mail.account.account_ee202f13c6e0.server", "server_ee202f13c6e0");
user_pref("mail.account.account_ee202f13c6e0.identities", "id_ee202f13c6e0");
user_pref("mail.identity.id_ee202f13c6e0.fullName", "Start Tls");
user_pref("mail.identity.id_ee202f13c6e0.useremail", "start@example.org");
user_pref("mail.identity.id_ee202f13c6e0.smtpServer", "smtp_ee202f13c6e0_1");
user_pref("mail.server.server_ee202f13c6e0.type", "imap");
user_pref("mail.server.server_ee202f13c6e0.hostname", "imap.example.org");
user_pref("mail.server.server_ee202f13c6e0.port", 143);
user_pref("mail.server.server_ee202f13c6e0.socketType", 2);
user_pref("mail.server.server_ee202f13c6e0.authMethod", 3);
user_pref("mail.server.server_ee202f13c6e0.userName", "start@login.example.org");
user_pref("mail.server.server_ee202f13c6e0.name", "start@example.org");
user_pref("mail.server.server_ee202f13c6e0.login_at_startup", true);
user_pref("mail.server.server_ee202f13c6e0.check_new_mail", true);
user_pref("mail.smtpserver.smtp_ee202f13c6e0_1.type", "smtp");
user_pref("mail.smtpserver.smtp_ee202f13c6e0_1.hostname", "smtp.example.org");
user_pref("mail.smtpserver.smtp_ee202f13c6e0_1.port", 587);
user_pref("mail.smtpserver.smtp_ee202f13c6e0_1.try_ssl", 2);
user_pref("mail.smtpserver.smtp_ee202f13c6e0_1.authMethod", 3);
user_pref("mail.smtpserver.smtp_ee202f13c6e0_1.username", "start@login.example.org");
user_pref("mail.smtpserver.smtp_ee202f13c6e0_1.description", "Example Mail");
user_pref("mail.account.account_ee202f13c6e0_local.server", "server_ee202f13c6e0_local");
user_pref("mail.server.server_ee202f13c6e0_local.type", "none");
user_pref("mail.server.server_ee202f13c6e0_local.hostname", "Local Folders");
user_pref("mail.server.server_ee202f13c6e0_local.userName", "nobody");
user_pref("mail.server.server_ee202f13c6e0_local.name", "Local Folders");
user_pref("mail.accountmanager.accounts", "account_ee202f13c6e0,account_ee202f13c6e0_local");
user_pref("mail.accountmanager.localfoldersserver", "server_ee202f13c6e0_local");
user_pref("mail.smtpservers", "smtp_ee202f13c6e0_1");
