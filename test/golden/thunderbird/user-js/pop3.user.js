// "The account pop@example.org, for a new Thunderbird profile."
// "Careful: in a profile that has accounts already, this file takes their place in the list of accounts. Do not put it there."
// "Thunderbird reads this file at every start and then keeps what it says: after the first start, delete it."
// "To take the account away: delete this file, then remove the account in the account settings of Thunderbird."
user_pref("mail.account.account_908af017ae2e.server", "server_908af017ae2e");
user_pref("mail.account.account_908af017ae2e.identities", "id_908af017ae2e");
user_pref("mail.identity.id_908af017ae2e.fullName", "Pop Three");
user_pref("mail.identity.id_908af017ae2e.useremail", "pop@example.org");
user_pref("mail.identity.id_908af017ae2e.smtpServer", "smtp_908af017ae2e_1");
user_pref("mail.server.server_908af017ae2e.type", "pop3");
user_pref("mail.server.server_908af017ae2e.hostname", "pop.example.org");
user_pref("mail.server.server_908af017ae2e.port", 995);
user_pref("mail.server.server_908af017ae2e.socketType", 3);
user_pref("mail.server.server_908af017ae2e.authMethod", 3);
user_pref("mail.server.server_908af017ae2e.userName", "pop@login.example.org");
user_pref("mail.server.server_908af017ae2e.name", "pop@example.org");
user_pref("mail.server.server_908af017ae2e.login_at_startup", true);
user_pref("mail.server.server_908af017ae2e.check_new_mail", true);
user_pref("mail.server.server_908af017ae2e.leave_on_server", true);
user_pref("mail.server.server_908af017ae2e.delete_mail_left_on_server", true);
user_pref("mail.server.server_908af017ae2e.download_on_biff", true);
user_pref("mail.smtpserver.smtp_908af017ae2e_1.type", "smtp");
user_pref("mail.smtpserver.smtp_908af017ae2e_1.hostname", "smtp.example.org");
user_pref("mail.smtpserver.smtp_908af017ae2e_1.port", 465);
user_pref("mail.smtpserver.smtp_908af017ae2e_1.try_ssl", 3);
user_pref("mail.smtpserver.smtp_908af017ae2e_1.authMethod", 3);
user_pref("mail.smtpserver.smtp_908af017ae2e_1.username", "pop@login.example.org");
user_pref("mail.smtpserver.smtp_908af017ae2e_1.description", "Example Mail");
user_pref("mail.account.account_908af017ae2e_local.server", "server_908af017ae2e_local");
user_pref("mail.server.server_908af017ae2e_local.type", "none");
user_pref("mail.server.server_908af017ae2e_local.hostname", "Local Folders");
user_pref("mail.server.server_908af017ae2e_local.userName", "nobody");
user_pref("mail.server.server_908af017ae2e_local.name", "Local Folders");
user_pref("mail.accountmanager.accounts", "account_908af017ae2e,account_908af017ae2e_local");
user_pref("mail.accountmanager.localfoldersserver", "server_908af017ae2e_local");
user_pref("mail.smtpservers", "smtp_908af017ae2e_1");
