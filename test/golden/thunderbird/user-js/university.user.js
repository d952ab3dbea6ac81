// "Le compte jeanne.martin@universite.example, pour un nouveau profil de Thunderbird."
// "Attention : dans un profil qui a déjà des comptes, ce fichier prend leur place dans la liste des comptes. Ne l’y mettez pas."
// "Thunderbird lit ce fichier à chaque démarrage et retient ce qu’il dit : après le premier démarrage, supprimez-le."
// "Pour retirer le compte : supprimez ce fichier, puis retirez le compte dans les paramètres des comptes de Thunderbird."
user_pref("mail.account.account_8d2db51af0a8.server", "server_8d2db51af0a8");
user_pref("mail.account.account_8d2db51af0a8.identities", "id_8d2db51af0a8");
user_pref("mail.identity.id_8d2db51af0a8.fullName", "Jeanne Martin");
user_pref("mail.identity.id_8d2db51af0a8.useremail", "jeanne.martin@universite.example");
user_pref("mail.identity.id_8d2db51af0a8.smtpServer", "smtp_8d2db51af0a8_1");
user_pref("mail.server.server_8d2db51af0a8.type", "imap");
user_pref("mail.server.server_8d2db51af0a8.hostname", "imap.universite.example");
user_pref("mail.server.server_8d2db51af0a8.port", 993);
user_pref("mail.server.server_8d2db51af0a8.socketType", 3);
user_pref("mail.server.server_8d2db51af0a8.authMethod", 3);
user_pref("mail.server.server_8d2db51af0a8.userName", "jeanne.martin@universite.example");
user_pref("mail.server.server_8d2db51af0a8.name", "jeanne.martin@universite.example");
user_pref("mail.server.server_8d2db51af0a8.login_at_startup", true);
user_pref("mail.server.server_8d2db51af0a8.check_new_mail", true);
user_pref("mail.smtpserver.smtp_8d2db51af0a8_1.type", "smtp");
user_pref("mail.smtpserver.smtp_8d2db51af0a8_1.hostname", "smtp.universite.example");
user_pref("mail.smtpserver.smtp_8d2db51af0a8_1.port", 465);
user_pref("mail.smtpserver.smtp_8d2db51af0a8_1.try_ssl", 3);
user_pref("mail.smtpserver.smtp_8d2db51af0a8_1.authMethod", 3);
user_pref("mail.smtpserver.smtp_8d2db51af0a8_1.username", "jeanne.martin@universite.example");
user_pref("mail.smtpserver.smtp_8d2db51af0a8_1.description", "Université Exemple");
user_pref("mail.smtpserver.smtp_8d2db51af0a8_2.type", "smtp");
user_pref("mail.smtpserver.smtp_8d2db51af0a8_2.hostname", "smtp.universite.example");
user_pref("mail.smtpserver.smtp_8d2db51af0a8_2.port", 587);
user_pref("mail.smtpserver.smtp_8d2db51af0a8_2.try_ssl", 2);
user_pref("mail.smtpserver.smtp_8d2db51af0a8_2.authMethod", 3);
user_pref("mail.smtpserver.smtp_8d2db51af0a8_2.username", "jeanne.martin@universite.example");
user_pref("mail.smtpserver.smtp_8d2db51af0a8_2.description", "Université Exemple");
user_pref("mail.account.account_8d2db51af0a8_local.server", "server_8d2db51af0a8_local");
user_pref("mail.server.server_8d2db51af0a8_local.type", "none");
user_pref("mail.server.server_8d2db51af0a8_local.hostname", "Local Folders");
user_pref("mail.server.server_8d2db51af0a8_local.userName", "nobody");
user_pref("mail.server.server_8d2db51af0a8_local.name", "Dossiers locaux");
user_pref("mail.accountmanager.accounts", "account_8d2db51af0a8,account_8d2db51af0a8_local");
user_pref("mail.accountmanager.localfoldersserver", "server_8d2db51af0a8_local");
user_pref("mail.smtpservers", "smtp_8d2db51af0a8_1,smtp_8d2db51af0a8_2");
