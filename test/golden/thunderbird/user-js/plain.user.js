// "Le compte prenom.nom@cnrs.fr, pour un nouveau profil de Thunderbird."
// "Attention : dans un profil qui a déjà des comptes, ce fichier prend leur place dans la liste des comptes. Ne l’y mettez pas."
// "Thunderbird lit ce fichier à chaque démarrage et retient ce qu’il dit : après le premier démarrage, supprimez-le."
// "Pour retirer le compte : supprimez ce fichier, puis retirez le compte dans les paramètres des comptes de Thunderbird."
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
user_pref("mail.server.server_7d36d4ea91e8_local.name", "Dossiers locaux");
user_pref("mail.accountmanager.accounts", "account_7d36d4ea91e8,account_7d36d4ea91e8_local");
user_pref("mail.accountmanager.localfoldersserver", "server_7d36d4ea91e8_local");
user_pref("mail.smtpservers", "smtp_7d36d4ea91e8_1");
