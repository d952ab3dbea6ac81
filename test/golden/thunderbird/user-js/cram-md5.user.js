// "The account cram@example.org, for a new Thunderbird profile."
// "Careful: in a profile that has accounts already, this file takes their place in the list of accounts. Do not put it there."
// "Thunderbird reads this file at every start and then keeps what it says: after the first start, delete it."
// "To take the account away: delete this file, then remove the account in the account settings of Thunderbird."
user_pref("mail.account.account_d0cd4a9f5201.server", "server_d0cd4a9f5201");
user_pref("mail.account.account_d0cd4a9f5201.identities", "id_d0cd4a9f5201");
user_pref("mail.identity.id_d0cd4a9f5201.fullName", "Cram");
user_pref("mail.identity.id_d0cd4a9f5201.useremail", "cram@example.org");
user_pref("mail.identity.id_d0cd4a9f5201.smtpServer", "smtp_d0cd4a9f5201_1");
user_pref("mail.server.server_d0cd4a9f5201.type", "imap");
user_pref("mail.server.server_d0cd4a9f5201.hostname", "imap.example.org");
user_pref("mail.server.server_d0cd4a9f5201.port", 993);
user_pref("mail.server.server_d0cd4a9f5201.socketType", 3);
user_pref("mail.server.server_d0cd4a9f5201.authMethod", 4);
user_pref("mail.server.server_d0cd4a9f5201.userName", "cram@example.org");
user_pref("mail.server.server_d0cd4a9f5201.name", "cram@example.org");
user_pref("mail.server.server_d0cd4a9f5201.login_at_startup", true);
user_pref("mail.server.server_d0cd4a9f5201.check_new_mail", true);
user_pref("mail.smtpserver.smtp_d0cd4a9f5201_1.type", "smtp");
user_pref("mail.smtpserver.smtp_d0cd4a9f5201_1.hostname", "smtp.example.org");
user_pref("mail.smtpserver.smtp_d0cd4a9f5201_1.port", 465);
user_pref("mail.smtpserver.smtp_d0cd4a9f5201_1.try_ssl", 3);
user_pref("mail.smtpserver.smtp_d0cd4a9f5201_1.authMethod", 4);
user_pref("mail.smtpserver.smtp_d0cd4a9f5201_1.username", "cram@example.org");
user_pref("mail.smtpserver.smtp_d0cd4a9f5201_1.description", "Example Mail");
user_pref("mail.account.account_d0cd4a9f5201_local.server", "server_d0cd4a9f5201_local");
user_pref("mail.server.server_d0cd4a9f5201_local.type", "none");
user_pref("mail.server.server_d0cd4a9f5201_local.hostname", "Local Folders");
user_pref("mail.server.server_d0cd4a9f5201_local.userName", "nobody");
user_pref("mail.server.server_d0cd4a9f5201_local.name", "Local Folders");
user_pref("mail.accountmanager.accounts", "account_d0cd4a9f5201,account_d0cd4a9f5201_local");
user_pref("mail.accountmanager.localfoldersserver", "server_d0cd4a9f5201_local");
user_pref("mail.smtpservers", "smtp_d0cd4a9f5201_1");
