// "The account oauth@example.org, for a new Thunderbird profile."
// "Careful: in a profile that has accounts already, this file takes their place in the list of accounts. Do not put it there."
// "Thunderbird reads this file at every start and then keeps what it says: after the first start, delete it."
// "To take the account away: delete this file, then remove the account in the account settings of Thunderbird."
user_pref("mail.account.account_43cfb0c88b33.server", "server_43cfb0c88b33");
user_pref("mail.account.account_43cfb0c88b33.identities", "id_43cfb0c88b33");
user_pref("mail.identity.id_43cfb0c88b33.fullName", "O Auth");
user_pref("mail.identity.id_43cfb0c88b33.useremail", "oauth@example.org");
user_pref("mail.identity.id_43cfb0c88b33.smtpServer", "smtp_43cfb0c88b33_1");
user_pref("mail.server.server_43cfb0c88b33.type", "imap");
user_pref("mail.server.server_43cfb0c88b33.hostname", "imap.example.org");
user_pref("mail.server.server_43cfb0c88b33.port", 993);
user_pref("mail.server.server_43cfb0c88b33.socketType", 3);
user_pref("mail.server.server_43cfb0c88b33.authMethod", 3);
user_pref("mail.server.server_43cfb0c88b33.userName", "oauth@example.org");
user_pref("mail.server.server_43cfb0c88b33.name", "oauth@example.org");
user_pref("mail.server.server_43cfb0c88b33.login_at_startup", true);
user_pref("mail.server.server_43cfb0c88b33.check_new_mail", true);
user_pref("mail.smtpserver.smtp_43cfb0c88b33_1.type", "smtp");
user_pref("mail.smtpserver.smtp_43cfb0c88b33_1.hostname", "smtp.example.org");
user_pref("mail.smtpserver.smtp_43cfb0c88b33_1.port", 465);
user_pref("mail.smtpserver.smtp_43cfb0c88b33_1.try_ssl", 3);
user_pref("mail.smtpserver.smtp_43cfb0c88b33_1.authMethod", 3);
user_pref("mail.smtpserver.smtp_43cfb0c88b33_1.username", "oauth@example.org");
user_pref("mail.smtpserver.smtp_43cfb0c88b33_1.description", "Example Mail");
user_pref("mail.account.account_43cfb0c88b33_local.server", "server_43cfb0c88b33_local");
user_pref("mail.server.server_43cfb0c88b33_local.type", "none");
user_pref("mail.server.server_43cfb0c88b33_local.hostname", "Local Folders");
user_pref("mail.server.server_43cfb0c88b33_local.userName", "nobody");
user_pref("mail.server.server_43cfb0c88b33_local.name", "Local Folders");
user_pref("mail.accountmanager.accounts", "account_43cfb0c88b33,account_43cfb0c88b33_local");
user_pref("mail.accountmanager.localfoldersserver", "server_43cfb0c88b33_local");
user_pref("mail.smtpservers", "smtp_43cfb0c88b33_1");
