// "The account pop@example.org, for a new Thunderbird profile."
// "Careful: in a profile that has accounts already, this file takes their place in the list of accounts. Do not put it there."
// "Thunderbird reads this file at every start and then keeps what it says: after the first start, delete it."
// "To take the account away: delete this file, then remove the account in the account settings of Thunderbird."
user_pref("mail.account.account_dd3daf52e440.server", "server_dd3daf52e440");
user_pref("mail.account.account_dd3daf52e440.identities", "id_dd3daf52e440");
user_pref("mail.identity.id_dd3daf52e440.fullName", "Pop Three");
user_pref("mail.identity.id_dd3daf52e440.useremail", "pop@example.org");
user_pref("mail.identity.id_dd3daf52e440.smtpServer", "smtp_dd3daf52e440_1");
user_pref("mail.server.server_dd3daf52e440.type", "pop3");
user_pref("mail.server.server_dd3daf52e440.hostname", "pop.example.org");
user_pref("mail.server.server_dd3daf52e440.port", 995);
user_pref("mail.server.server_dd3daf52e440.socketType", 3);
user_pref("mail.server.server_dd3daf52e440.authMethod", 3);
user_pref("mail.server.server_dd3daf52e440.userName", "pop@login.example.org");
user_pref("mail.server.server_dd3daf52e440.name", "pop@example.org");
user_pref("mail.server.server_dd3daf52e440.login_at_startup", true);
user_pref("mail.server.server_dd3daf52e440.check_new_mail", true);
user_pref("mail.server.server_dd3daf52e440.leave_on_server", true);
user_pref("mail.server.server_dd3daf52e440.delete_mail_left_on_server", true);
user_pref("mail.server.server_dd3daf52e440.download_on_biff", true);
user_pref("mail.smtpserver.smtp_dd3daf52e440_1.type", "smtp");
user_pref("mail.smtpserver.smtp_dd3daf52e440_1.hostname", "smtp.example.org");
user_pref("mail.smtpserver.smtp_dd3daf52e440_1.port", 465);
user_pref("mail.smtpserver.smtp_dd3daf52e440_1.try_ssl", 3);
user_pref("mail.smtpserver.smtp_dd3daf52e440_1.authMethod", 3);
user_pref("mail.smtpserver.smtp_dd3daf52e440_1.username", "pop@login.example.org");
user_pref("mail.smtpserver.smtp_dd3daf52e440_1.description", "Example Mail");
user_pref("mail.account.account_dd3daf52e440_local.server", "server_dd3daf52e440_local");
user_pref("mail.server.server_dd3daf52e440_local.type", "none");
user_pref("mail.server.server_dd3daf52e440_local.hostname", "Local Folders");
user_pref("mail.server.server_dd3daf52e440_local.userName", "nobody");
user_pref("mail.server.server_dd3daf52e440_local.name", "Local Folders");
user_pref("mail.accountmanager.accounts", "account_dd3daf52e440,account_dd3daf52e440_local");
user_pref("mail.accountmanager.localfoldersserver", "server_dd3daf52e440_local");
user_pref("mail.smtpservers", "smtp_dd3daf52e440_1");
