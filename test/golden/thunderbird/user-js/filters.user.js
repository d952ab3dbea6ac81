// "The account Jean-Luc.Martin+listes@example.org, for a new Thunderbird profile."
// "Careful: in a profile that has accounts already, this file takes their place in the list of accounts. Do not put it there."
// "Thunderbird reads this file at every start and then keeps what it says: after the first start, delete it."
// "To take the account away: delete this file, then remove the account in the account settings of Thunderbird."
user_pref("mail.account.account_5d6d938e2e28.server", "server_5d6d938e2e28");
user_pref("mail.account.account_5d6d938e2e28.identities", "id_5d6d938e2e28");
user_pref("mail.identity.id_5d6d938e2e28.fullName", "Jean-Luc Martin");
user_pref("mail.identity.id_5d6d938e2e28.useremail", "Jean-Luc.Martin+listes@example.org");
user_pref("mail.identity.id_5d6d938e2e28.smtpServer", "smtp_5d6d938e2e28_1");
user_pref("mail.server.server_5d6d938e2e28.type", "imap");
user_pref("mail.server.server_5d6d938e2e28.hostname", "imap.example.org");
user_pref("mail.server.server_5d6d938e2e28.port", 993);
user_pref("mail.server.server_5d6d938e2e28.socketType", 3);
user_pref("mail.server.server_5d6d938e2e28.authMethod", 3);
user_pref("mail.server.server_5d6d938e2e28.userName", "jean-luc.martin@login.example.org");
user_pref("mail.server.server_5d6d938e2e28.name", "Jean-Luc.Martin+listes@example.org");
user_pref("mail.server.server_5d6d938e2e28.login_at_startup", true);
user_pref("mail.server.server_5d6d938e2e28.check_new_mail", true);
user_pref("mail.smtpserver.smtp_5d6d938e2e28_1.type", "smtp");
user_pref("mail.smtpserver.smtp_5d6d938e2e28_1.hostname", "smtp.example.org");
user_pref("mail.smtpserver.smtp_5d6d938e2e28_1.port", 587);
user_pref("mail.smtpserver.smtp_5d6d938e2e28_1.try_ssl", 2);
user_pref("mail.smtpserver.smtp_5d6d938e2e28_1.authMethod", 3);
user_pref("mail.smtpserver.smtp_5d6d938e2e28_1.username", "jean-luc.martin@login.example.org");
user_pref("mail.smtpserver.smtp_5d6d938e2e28_1.description", "Example Mail");
user_pref("mail.account.account_5d6d938e2e28_local.server", "server_5d6d938e2e28_local");
user_pref("mail.server.server_5d6d938e2e28_local.type", "none");
user_pref("mail.server.server_5d6d938e2e28_local.hostname", "Local Folders");
user_pref("mail.server.server_5d6d938e2e28_local.userName", "nobody");
user_pref("mail.server.server_5d6d938e2e28_local.name", "Local Folders");
user_pref("mail.accountmanager.accounts", "account_5d6d938e2e28,account_5d6d938e2e28_local");
user_pref("mail.accountmanager.localfoldersserver", "server_5d6d938e2e28_local");
user_pref("mail.smtpservers", "smtp_5d6d938e2e28_1");
