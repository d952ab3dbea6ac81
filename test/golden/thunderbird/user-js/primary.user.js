// "The account prenom.nom@cnrs.fr, for a new Thunderbird profile."
// "Careful: in a profile that has accounts already, this file takes their place in the list of accounts. Do not put it there."
// "Thunderbird reads this file at every start and then keeps what it says: after the first start, delete it."
// "To take the account away: delete this file, then remove the account in the account settings of Thunderbird."
user_pref("mail.account.account_7d36d4ea91e8.server", "server_7d36d4ea91e8");
user_pref("mail.account.account_7d36d4ea91e8.identities", "id_7d36d4ea91e8");
user_pref("mail.identity.id_7d36d4ea91e8.fullName", "Prénom Nom");
user_pref("mail.identity.id_7d36d4ea91e8.useremail", "prenom.nom@cnrs.fr");
user_pref("mail.identity.id_7d36d4ea91e8.smtpServer", "smtp_7d36d4ea91e8_1");
user_pref("mail.server.server_7d36d4ea91e8.type", "imap");
user_pref("mail.server.server_7d36d4ea91e8.hostname", "imap.cnrs.fr");
user_pref("mail.server.server_7d36d4ea91e8.port", 993);
user_pref("mail.server.server_7d36d4ea91e8.socketType", 3);
user_pref("mail.server.server_7d36d4ea91e8.authMethod", 3);
user_pref("mail.server.server_7d36d4ea91e8.userName", "prenom.nom@ods.services");
user_pref("mail.server.server_7d36d4ea91e8.name", "prenom.nom@cnrs.fr");
user_pref("mail.server.server_7d36d4ea91e8.login_at_startup", true);
user_pref("mail.server.server_7d36d4ea91e8.check_new_mail", true);
user_pref("mail.smtpserver.smtp_7d36d4ea91e8_1.type", "smtp");
user_pref("mail.smtpserver.smtp_7d36d4ea91e8_1.hostname", "smtp.cnrs.fr");
user_pref("mail.smtpserver.smtp_7d36d4ea91e8_1.port", 587);
user_pref("mail.smtpserver.smtp_7d36d4ea91e8_1.try_ssl", 2);
user_pref("mail.smtpserver.smtp_7d36d4ea91e8_1.authMethod", 3);
user_pref("mail.smtpserver.smtp_7d36d4ea91e8_1.username", "prenom.nom@ods.services");
user_pref("mail.smtpserver.smtp_7d36d4ea91e8_1.description", "Messagerie CNRS");
user_pref("mail.account.account_7d36d4ea91e8_local.server", "server_7d36d4ea91e8_local");
user_pref("mail.server.server_7d36d4ea91e8_local.type", "none");
user_pref("mail.server.server_7d36d4ea91e8_local.hostname", "Local Folders");
user_pref("mail.server.server_7d36d4ea91e8_local.userName", "nobody");
user_pref("mail.server.server_7d36d4ea91e8_local.name", "Local Folders");
user_pref("mail.accountmanager.accounts", "account_7d36d4ea91e8,account_7d36d4ea91e8_local");
user_pref("mail.accountmanager.localfoldersserver", "server_7d36d4ea91e8_local");
user_pref("mail.smtpservers", "smtp_7d36d4ea91e8_1");
