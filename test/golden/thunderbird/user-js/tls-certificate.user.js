// "The account cert@example.org, for a new Thunderbird profile."
// "Careful: in a profile that has accounts already, this file takes their place in the list of accounts. Do not put it there."
// "Thunderbird reads this file at every start and then keeps what it says: after the first start, delete it."
// "To take the account away: delete this file, then remove the account in the account settings of Thunderbird."
user_pref("mail.account.account_649ddf993991.server", "server_649ddf993991");
user_pref("mail.account.account_649ddf993991.identities", "id_649ddf993991");
user_pref("mail.identity.id_649ddf993991.fullName", "Cert Holder");
user_pref("mail.identity.id_649ddf993991.useremail", "cert@example.org");
user_pref("mail.identity.id_649ddf993991.smtpServer", "smtp_649ddf993991_1");
user_pref("mail.server.server_649ddf993991.type", "imap");
user_pref("mail.server.server_649ddf993991.hostname", "imap.example.org");
user_pref("mail.server.server_649ddf993991.port", 993);
user_pref("mail.server.server_649ddf993991.socketType", 3);
user_pref("mail.server.server_649ddf993991.authMethod", 7);
user_pref("mail.server.server_649ddf993991.userName", "cert");
user_pref("mail.server.server_649ddf993991.name", "cert@example.org");
user_pref("mail.server.server_649ddf993991.login_at_startup", true);
user_pref("mail.server.server_649ddf993991.check_new_mail", true);
user_pref("mail.smtpserver.smtp_649ddf993991_1.type", "smtp");
user_pref("mail.smtpserver.smtp_649ddf993991_1.hostname", "smtp.example.org");
user_pref("mail.smtpserver.smtp_649ddf993991_1.port", 587);
user_pref("mail.smtpserver.smtp_649ddf993991_1.try_ssl", 2);
user_pref("mail.smtpserver.smtp_649ddf993991_1.authMethod", 1);
user_pref("mail.smtpserver.smtp_649ddf993991_1.description", "Example Mail");
user_pref("mail.account.account_649ddf993991_local.server", "server_649ddf993991_local");
user_pref("mail.server.server_649ddf993991_local.type", "none");
user_pref("mail.server.server_649ddf993991_local.hostname", "Local Folders");
user_pref("mail.server.server_649ddf993991_local.userName", "nobody");
user_pref("mail.server.server_649ddf993991_local.name", "Local Folders");
user_pref("mail.accountmanager.accounts", "account_649ddf993991,account_649ddf993991_local");
user_pref("mail.accountmanager.localfoldersserver", "server_649ddf993991_local");
user_pref("mail.smtpservers", "smtp_649ddf993991_1");
