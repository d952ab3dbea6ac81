// "Le compte marie.curie@cnrs.fr, pour un nouveau profil de Thunderbird."
// "Attention : dans un profil qui a déjà des comptes, ce fichier prend leur place dans la liste des comptes. Ne l’y mettez pas."
// "Thunderbird lit ce fichier à chaque démarrage et retient ce qu’il dit : après le premier démarrage, supprimez-le."
// "Pour retirer le compte : supprimez ce fichier, puis retirez le compte dans les paramètres des comptes de Thunderbird."
user_pref("mail.account.account_4566362ece40.server", "server_4566362ece40");
user_pref("mail.account.account_4566362ece40.identities", "id_4566362ece40");
user_pref("mail.identity.id_4566362ece40.fullName", "Marie Curie");
user_pref("mail.identity.id_4566362ece40.useremail", "marie.curie@cnrs.fr");
user_pref("mail.identity.id_4566362ece40.smtpServer", "smtp_4566362ece40_1");
user_pref("mail.server.server_4566362ece40.type", "imap");
user_pref("mail.server.server_4566362ece40.hostname", "imap.cnrs.fr");
user_pref("mail.server.server_4566362ece40.port", 993);
user_pref("mail.server.server_4566362ece40.socketType", 3);
user_pref("mail.server.server_4566362ece40.authMethod", 3);
user_pref("mail.server.server_4566362ece40.userName", "m.sklodowska@ods.services");
user_pref("mail.server.server_4566362ece40.name", "marie.curie@cnrs.fr");
user_pref("mail.server.server_4566362ece40.login_at_startup", true);
user_pref("mail.server.server_4566362ece40.check_new_mail", true);
user_pref("mail.smtpserver.smtp_4566362ece40_1.type", "smtp");
user_pref("mail.smtpserver.smtp_4566362ece40_1.hostname", "smtp.cnrs.fr");
user_pref("mail.smtpserver.smtp_4566362ece40_1.port", 587);
user_pref("mail.smtpserver.smtp_4566362ece40_1.try_ssl", 2);
user_pref("mail.smtpserver.smtp_4566362ece40_1.authMethod", 3);
user_pref("mail.smtpserver.smtp_4566362ece40_1.username", "m.sklodowska@ods.services");
user_pref("mail.smtpserver.smtp_4566362ece40_1.description", "Messagerie CNRS");
user_pref("mail.account.account_4566362ece40_local.server", "server_4566362ece40_local");
user_pref("mail.server.server_4566362ece40_local.type", "none");
user_pref("mail.server.server_4566362ece40_local.hostname", "Local Folders");
user_pref("mail.server.server_4566362ece40_local.userName", "nobody");
user_pref("mail.server.server_4566362ece40_local.name", "Dossiers locaux");
user_pref("mail.accountmanager.accounts", "account_4566362ece40,account_4566362ece40_local");
user_pref("mail.accountmanager.localfoldersserver", "server_4566362ece40_local");
user_pref("mail.smtpservers", "smtp_4566362ece40_1");
