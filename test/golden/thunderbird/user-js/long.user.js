// "The account llllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllll@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb.ccccccccccccccccccccccccccccccccccccccccccccccccccccc.example, for a new Thunderbird profile."
// "Careful: in a profile that has accounts already, this file takes their place in the list of accounts. Do not put it there."
// "Thunderbird reads this file at every start and then keeps what it says: after the first start, delete it."
// "To take the account away: delete this file, then remove the account in the account settings of Thunderbird."
user_pref("mail.account.account_0bdda9fc1833.server", "server_0bdda9fc1833");
user_pref("mail.account.account_0bdda9fc1833.identities", "id_0bdda9fc1833");
user_pref("mail.identity.id_0bdda9fc1833.fullName", "Long");
user_pref("mail.identity.id_0bdda9fc1833.useremail", "llllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllll@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb.ccccccccccccccccccccccccccccccccccccccccccccccccccccc.example");
user_pref("mail.identity.id_0bdda9fc1833.smtpServer", "smtp_0bdda9fc1833_1");
user_pref("mail.server.server_0bdda9fc1833.type", "imap");
user_pref("mail.server.server_0bdda9fc1833.hostname", "imap.example.org");
user_pref("mail.server.server_0bdda9fc1833.port", 993);
user_pref("mail.server.server_0bdda9fc1833.socketType", 3);
user_pref("mail.server.server_0bdda9fc1833.authMethod", 3);
user_pref("mail.server.server_0bdda9fc1833.userName", "llllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllll@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb.ccccccccccccccccccccccccccccccccccccccccccccccccccccc.example");
user_pref("mail.server.server_0bdda9fc1833.name", "llllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllll@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb.ccccccccccccccccccccccccccccccccccccccccccccccccccccc.example");
user_pref("mail.server.server_0bdda9fc1833.login_at_startup", true);
user_pref("mail.server.server_0bdda9fc1833.check_new_mail", true);
user_pref("mail.smtpserver.smtp_0bdda9fc1833_1.type", "smtp");
user_pref("mail.smtpserver.smtp_0bdda9fc1833_1.hostname", "smtp.example.org");
user_pref("mail.smtpserver.smtp_0bdda9fc1833_1.port", 465);
user_pref("mail.smtpserver.smtp_0bdda9fc1833_1.try_ssl", 3);
user_pref("mail.smtpserver.smtp_0bdda9fc1833_1.authMethod", 3);
user_pref("mail.smtpserver.smtp_0bdda9fc1833_1.username", "llllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllll@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb.ccccccccccccccccccccccccccccccccccccccccccccccccccccc.example");
user_pref("mail.smtpserver.smtp_0bdda9fc1833_1.description", "Example Mail");
user_pref("mail.account.account_0bdda9fc1833_local.server", "server_0bdda9fc1833_local");
user_pref("mail.server.server_0bdda9fc1833_local.type", "none");
user_pref("mail.server.server_0bdda9fc1833_local.hostname", "Local Folders");
user_pref("mail.server.server_0bdda9fc1833_local.userName", "nobody");
user_pref("mail.server.server_0bdda9fc1833_local.name", "Local Folders");
user_pref("mail.accountmanager.accounts", "account_0bdda9fc1833,account_0bdda9fc1833_local");
user_pref("mail.accountmanager.localfoldersserver", "server_0bdda9fc1833_local");
user_pref("mail.smtpservers", "smtp_0bdda9fc1833_1");
