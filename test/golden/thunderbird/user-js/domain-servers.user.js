// "The account ann.other@physics.example.org, for a new Thunderbird profile."
// "Careful: in a profile that has accounts already, this file takes their place in the list of accounts. Do not put it there."
// "Thunderbird reads this file at every start and then keeps what it says: after the first start, delete it."
// "To take the account away: delete this file, then remove the account in the account settings of Thunderbird."
user_pref("mail.account.account_6dfc4d1d0203.server", "server_6dfc4d1d0203");
user_pref("mail.account.account_6dfc4d1d0203.identities", "id_6dfc4d1d0203");
user_pref("mail.identity.id_6dfc4d1d0203.fullName", "Ann Other");
user_pref("mail.identity.id_6dfc4d1d0203.useremail", "ann.other@physics.example.org");
user_pref("mail.identity.id_6dfc4d1d0203.smtpServer", "smtp_6dfc4d1d0203_1");
user_pref("mail.server.server_6dfc4d1d0203.type", "imap");
user_pref("mail.server.server_6dfc4d1d0203.hostname", "imap.physics.example.org");
user_pref("mail.server.server_6dfc4d1d0203.port", 143);
user_pref("mail.server.server_6dfc4d1d0203.socketType", 2);
user_pref("mail.server.server_6dfc4d1d0203.authMethod", 3);
user_pref("mail.server.server_6dfc4d1d0203.userName", "ann.other");
user_pref("mail.server.server_6dfc4d1d0203.name", "ann.other@physics.example.org");
user_pref("mail.server.server_6dfc4d1d0203.login_at_startup", true);
user_pref("mail.server.server_6dfc4d1d0203.check_new_mail", true);
user_pref("mail.smtpserver.smtp_6dfc4d1d0203_1.type", "smtp");
user_pref("mail.smtpserver.smtp_6dfc4d1d0203_1.hostname", "smtp.physics.example.org");
user_pref("mail.smtpserver.smtp_6dfc4d1d0203_1.port", 587);
user_pref("mail.smtpserver.smtp_6dfc4d1d0203_1.try_ssl", 2);
user_pref("mail.smtpserver.smtp_6dfc4d1d0203_1.authMethod", 3);
user_pref("mail.smtpserver.smtp_6dfc4d1d0203_1.username", "ann.other");
user_pref("mail.smtpserver.smtp_6dfc4d1d0203_1.description", "Example Mail");
user_pref("mail.account.account_6dfc4d1d0203_local.server", "server_6dfc4d1d0203_local");
user_pref("mail.server.server_6dfc4d1d0203_local.type", "none");
user_pref("mail.server.server_6dfc4d1d0203_local.hostname", "Local Folders");
user_pref("mail.server.server_6dfc4d1d0203_local.userName", "nobody");
user_pref("mail.server.server_6dfc4d1d0203_local.name", "Local Folders");
user_pref("mail.accountmanager.accounts", "account_6dfc4d1d0203,account_6dfc4d1d0203_local");
user_pref("mail.accountmanager.localfoldersserver", "server_6dfc4d1d0203_local");
user_pref("mail.smtpservers", "smtp_6dfc4d1d0203_1");
