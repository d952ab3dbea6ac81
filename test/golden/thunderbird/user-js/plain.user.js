// "Le compte prenom.nom@cnrs.fr, pour un nouveau profil de Thunderbird."
// "Attention : dans un profil qui a déjà des comptes, ce fichier prend leur place dans la liste des comptes. Ne l’y mettez pas."
// "Thunderbird lit ce fichier à chaque démarrage et retient ce qu’il dit : après le premier démarrage, supprimez-le."
// "Pour retirer le compte : supprimez ce fichier, puis retirez le compte dans les paramètres des comptes de Thunderbird."
user_pref("mail.account.account_4908a4515692.server", "server_4908a4515692");
user_pref("mail.account.account_4908a4515692.identities", "id_4908a4515692");
user_pref("mail.identity.id_4908a4515692.fullName", "Prénom Nom");
user_pref("mail.identity.id_4908a4515692.useremail", "prenom.nom@cnrs.fr");
user_pref("mail.identity.id_4908a4515692.smtpServer", "smtp_4908a4515692_1");
user_pref("mail.server.server_4908a4515692.type", "imap");
user_pref("mail.server.server_4908a4515692.hostname", "imap.cnrs.fr");
user_pref("mail.server.server_4908a4515692.port", 993);
user_pref("mail.server.server_4908a4515692.socketType", 3);
user_pref("mail.server.server_4908a4515692.authMethod", 3);
user_pref("mail.server.server_4908a4515692.userName", "prenom.nom@ods.services");
user_pref("mail.server.server_4908a4515692.name", "prenom.nom@cnrs.fr");
user_pref("mail.server.server_4908a4515692.login_at_startup", true);
user_pref("mail.server.server_4908a4515692.check_new_mail", true);
user_pref("mail.smtpserver.smtp_4908a4515692_1.type", "smtp");
user_pref("mail.smtpserver.smtp_4908a4515692_1.hostname", "smtp.cnrs.fr");
user_pref("mail.smtpserver.smtp_4908a4515692_1.port", 587);
user_pref("mail.smtpserver.smtp_4908a4515692_1.try_ssl", 2);
user_pref("mail.smtpserver.smtp_4908a4515692_1.authMethod", 3);
user_pref("mail.smtpserver.smtp_4908a4515692_1.username", "prenom.nom@ods.services");
user_pref("mail.smtpserver.smtp_4908a4515692_1.description", "Messagerie CNRS");
user_pref("mail.account.account_4908a4515692_local.server", "server_4908a4515692_local");
user_pref("mail.server.server_4908a4515692_local.type", "none");
user_pref("mail.server.server_4908a4515692_local.hostname", "Local Folders");
user_pref("mail.server.server_4908a4515692_local.userName", "nobody");
user_pref("mail.server.server_4908a4515692_local.name", "Dossiers locaux");
user_pref("mail.accountmanager.accounts", "account_4908a4515692,account_4908a4515692_local");
user_pref("mail.accountmanager.localfoldersserver", "server_4908a4515692_local");
user_pref("mail.smtpservers", "smtp_4908a4515692_1");
