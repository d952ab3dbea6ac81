// "The account two@example.org, for a new Thunderbird profile."
// "Careful: in a profile that has accounts already, this file takes their place in the list of accounts. Do not put it there."
// "Thunderbird reads this file at every start and then keeps what it says: after the first start, delete it."
// "To take the account away: delete this file, then remove the account in the account settings of Thunderbird."
user_pref("mail.account.account_eba97d1ae656.server", "server_eba97d1ae656");
user_pref("mail.account.account_eba97d1ae656.identities", "id_eba97d1ae656");
user_pref("mail.identity.id_eba97d1ae656.fullName", "Two Servers");
user_pref("mail.identity.id_eba97d1ae656.useremail", "two@example.org");
user_pref("mail.identity.id_eba97d1ae656.smtpServer", "smtp_eba97d1ae656_1");
user_pref("mail.server.server_eba97d1ae656.type", "imap");
user_pref("mail.server.server_eba97d1ae656.hostname", "imap1.example.org");
user_pref("mail.server.server_eba97d1ae656.port", 993);
user_pref("mail.server.server_eba97d1ae656.socketType", 3);
user_pref("mail.server.server_eba97d1ae656.authMethod", 3);
user_pref("mail.server.server_eba97d1ae656.userName", "two@login.example.org");
user_pref("mail.server.server_eba97d1ae656.name", "two@example.org");
user_pref("mail.server.server_eba97d1ae656.login_at_startup", true);
user_pref("mail.server.server_eba97d1ae656.check_new_mail", true);
user_pref("mail.smtpserver.smtp_eba97d1ae656_1.type", "smtp");
user_pref("mail.smtpserver.smtp_eba97d1ae656_1.hostname", "smtp1.example.org");
user_pref("mail.smtpserver.smtp_eba97d1ae656_1.port", 465);
user_pref("mail.smtpserver.smtp_eba97d1ae656_1.try_ssl", 3);
user_pref("mail.smtpserver.smtp_eba97d1ae656_1.authMethod", 3);
user_pref("mail.smtpserver.smtp_eba97d1ae656_1.username", "two@login.example.org");
user_pref("mail.smtpserver.smtp_eba97d1ae656_1.description", "Example Mail");
user_pref("mail.smtpserver.smtp_eba97d1ae656_2.type", "smtp");
user_pref("mail.smtpserver.smtp_eba97d1ae656_2.hostname", "smtp2.example.org");
user_pref("mail.smtpserver.smtp_eba97d1ae656_2.port", 2587);
user_pref("mail.smtpserver.smtp_eba97d1ae656_2.try_ssl", 2);
user_pref("mail.smtpserver.smtp_eba97d1ae656_2.authMethod", 3);
user_pref("mail.smtpserver.smtp_eba97d1ae656_2.username", "two@login.example.org");
user_pref("mail.smtpserver.smtp_eba97d1ae656_2.description", "Example Mail");
user_pref("mail.account.account_eba97d1ae656_local.server", "server_eba97d1ae656_local");
user_pref("mail.server.server_eba97d1ae656_local.type", "none");
user_pref("mail.server.server_eba97d1ae656_local.hostname", "Local Folders");
user_pref("mail.server.server_eba97d1ae656_local.userName", "nobody");
user_pref("mail.server.server_eba97d1ae656_local.name", "Local Folders");
user_pref("mail.accountmanager.accounts", "account_eba97d1ae656,account_eba97d1ae656_local");
user_pref("mail.accountmanager.localfoldersserver", "server_eba97d1ae656_local");
user_pref("mail.smtpservers", "smtp_eba97d1ae656_1,smtp_eba97d1ae656_2");
