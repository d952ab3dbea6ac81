// "The account llllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllll@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb.ccccccccccccccccccccccccccccccccccccccccccccccccccccc.example, for a new Thunderbird profile."
// "Careful: in a profile that has accounts already, this file takes their place in the list of accounts. Do not put it there."
// "Thunderbird reads this file at every start and then keeps what it says: after the first start, delete it."
// "To take the account away: delete this file, then remove the account in the account settings of Thunderbird."
user_pref("mail.account.account_01d0250bd47e.server", "server_01d0250bd47e");
user_pref("mail.account.account_01d0250bd47e.identities", "id_01d0250bd47e");
user_pref("mail.identity.id_01d0250bd47e.fullName", "Long");
user_pref("mail.identity.id_01d0250bd47e.useremail", "llllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllll@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb.ccccccccccccccccccccccccccccccccccccccccccccccccccccc.example");
user_pref("mail.identity.id_01d0250bd47e.smtpServer", "smtp_01d0250bd47e_1");
user_pref("mail.server.server_01d0250bd47e.type", "imap");
user_pref("mail.server.server_01d0250bd47e.hostname", "imap.example.org");
user_pref("mail.server.server_01d0250bd47e.port", 993);
user_pref("mail.server.server_01d0250bd47e.socketType", 3);
user_pref("mail.server.server_01d0250bd47e.authMethod", 3);
user_pref("mail.server.server_01d0250bd47e.userName", "llllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllll@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb.ccccccccccccccccccccccccccccccccccccccccccccccccccccc.example");
user_pref("mail.server.server_01d0250bd47e.name", "llllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllll@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb.ccccccccccccccccccccccccccccccccccccccccccccccccccccc.example");
user_pref("mail.server.server_01d0250bd47e.login_at_startup", true);
user_pref("mail.server.server_01d0250bd47e.check_new_mail", true);
user_pref("mail.smtpserver.smtp_01d0250bd47e_1.type", "smtp");
user_pref("mail.smtpserver.smtp_01d0250bd47e_1.hostname", "smtp.example.org");
user_pref("mail.smtpserver.smtp_01d0250bd47e_1.port", 465);
user_pref("mail.smtpserver.smtp_01d0250bd47e_1.try_ssl", 3);
user_pref("mail.smtpserver.smtp_01d0250bd47e_1.authMethod", 3);
user_pref("mail.smtpserver.smtp_01d0250bd47e_1.username", "llllllllllllllllllllllllllllllllllllllllllllllllllllllllllllllll@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb.ccccccccccccccccccccccccccccccccccccccccccccccccccccc.example");
user_pref("mail.smtpserver.smtp_01d0250bd47e_1.description", "Example Mail");
user_pref("mail.account.account_01d0250bd47e_local.server", "server_01d0250bd47e_local");
user_pref("mail.server.server_01d0250bd47e_local.type", "none");
user_pref("mail.server.server_01d0250bd47e_local.hostname", "Local Folders");
user_pref("mail.server.server_01d0250bd47e_local.userName", "nobody");
user_pref("mail.server.server_01d0250bd47e_local.name", "Local Folders");
user_pref("mail.accountmanager.accounts", "account_01d0250bd47e,account_01d0250bd47e_local");
user_pref("mail.accountmanager.localfoldersserver", "server_01d0250bd47e_local");
user_pref("mail.smtpservers", "smtp_01d0250bd47e_1");
