// "The account whole@example.org, for a new Thunderbird profile."
// "Careful: in a profile that has accounts already, this file takes their place in the list of accounts. Do not put it there."
// "Thunderbird reads this file at every start and then keeps what it says: after the first start, delete it."
// "To take the account away: delete this file, then remove the account in the account settings of Thunderbird."
user_pref("mail.account.account_80ab328ee458.server", "server_80ab328ee458");
user_pref("mail.account.account_80ab328ee458.identities", "id_80ab328ee458");
user_pref("mail.identity.id_80ab328ee458.fullName", "Whole Provider");
user_pref("mail.identity.id_80ab328ee458.useremail", "whole@example.org");
user_pref("mail.identity.id_80ab328ee458.smtpServer", "smtp_80ab328ee458_1");
user_pref("mail.server.server_80ab328ee458.type", "imap");
user_pref("mail.server.server_80ab328ee458.hostname", "imap.example.org");
user_pref("mail.server.server_80ab328ee458.port", 993);
user_pref("mail.server.server_80ab328ee458.socketType", 3);
user_pref("mail.server.server_80ab328ee458.authMethod", 3);
user_pref("mail.server.server_80ab328ee458.userName", "whole@example.org");
user_pref("mail.server.server_80ab328ee458.name", "whole@example.org");
user_pref("mail.server.server_80ab328ee458.login_at_startup", true);
user_pref("mail.server.server_80ab328ee458.check_new_mail", true);
user_pref("mail.smtpserver.smtp_80ab328ee458_1.type", "smtp");
user_pref("mail.smtpserver.smtp_80ab328ee458_1.hostname", "smtp.example.org");
user_pref("mail.smtpserver.smtp_80ab328ee458_1.port", 465);
user_pref("mail.smtpserver.smtp_80ab328ee458_1.try_ssl", 3);
user_pref("mail.smtpserver.smtp_80ab328ee458_1.authMethod", 3);
user_pref("mail.smtpserver.smtp_80ab328ee458_1.username", "whole@example.org");
user_pref("mail.smtpserver.smtp_80ab328ee458_1.description", "Example Mail");
user_pref("mail.account.account_80ab328ee458_local.server", "server_80ab328ee458_local");
user_pref("mail.server.server_80ab328ee458_local.type", "none");
user_pref("mail.server.server_80ab328ee458_local.hostname", "Local Folders");
user_pref("mail.server.server_80ab328ee458_local.userName", "nobody");
user_pref("mail.server.server_80ab328ee458_local.name", "Local Folders");
user_pref("mail.accountmanager.accounts", "account_80ab328ee458,account_80ab328ee458_local");
user_pref("mail.accountmanager.localfoldersserver", "server_80ab328ee458_local");
user_pref("mail.smtpservers", "smtp_80ab328ee458_1");
