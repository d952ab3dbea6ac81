// "The account juergen@bücher.example, for a new Thunderbird profile."
// "Careful: in a profile that has accounts already, this file takes their place in the list of accounts. Do not put it there."
// "Thunderbird reads this file at every start and then keeps what it says: after the first start, delete it."
// "To take the account away: delete this file, then remove the account in the account settings of Thunderbird."
user_pref("mail.account.account_612635531b80.server", "server_612635531b80");
user_pref("mail.account.account_612635531b80.identities", "id_612635531b80");
user_pref("mail.identity.id_612635531b80.fullName", "Jürgen");
user_pref("mail.identity.id_612635531b80.useremail", "juergen@xn--bcher-kva.example");
user_pref("mail.identity.id_612635531b80.smtpServer", "smtp_612635531b80_1");
user_pref("mail.server.server_612635531b80.type", "imap");
user_pref("mail.server.server_612635531b80.hostname", "imap.xn--bcher-kva.example");
user_pref("mail.server.server_612635531b80.port", 993);
user_pref("mail.server.server_612635531b80.socketType", 3);
user_pref("mail.server.server_612635531b80.authMethod", 3);
user_pref("mail.server.server_612635531b80.userName", "juergen@anmeldung.example");
user_pref("mail.server.server_612635531b80.name", "juergen@bücher.example");
user_pref("mail.server.server_612635531b80.login_at_startup", true);
user_pref("mail.server.server_612635531b80.check_new_mail", true);
user_pref("mail.smtpserver.smtp_612635531b80_1.type", "smtp");
user_pref("mail.smtpserver.smtp_612635531b80_1.hostname", "smtp.xn--bcher-kva.example");
user_pref("mail.smtpserver.smtp_612635531b80_1.port", 587);
user_pref("mail.smtpserver.smtp_612635531b80_1.try_ssl", 2);
user_pref("mail.smtpserver.smtp_612635531b80_1.authMethod", 3);
user_pref("mail.smtpserver.smtp_612635531b80_1.username", "juergen@anmeldung.example");
user_pref("mail.smtpserver.smtp_612635531b80_1.description", "Example Mail");
user_pref("mail.account.account_612635531b80_local.server", "server_612635531b80_local");
user_pref("mail.server.server_612635531b80_local.type", "none");
user_pref("mail.server.server_612635531b80_local.hostname", "Local Folders");
user_pref("mail.server.server_612635531b80_local.userName", "nobody");
user_pref("mail.server.server_612635531b80_local.name", "Local Folders");
user_pref("mail.accountmanager.accounts", "account_612635531b80,account_612635531b80_local");
user_pref("mail.accountmanager.localfoldersserver", "server_612635531b80_local");
user_pref("mail.smtpservers", "smtp_612635531b80_1");
