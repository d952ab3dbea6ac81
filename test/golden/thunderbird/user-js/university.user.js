// "Le compte jeanne.martin@universite.example, pour un nouveau profil de Thunderbird."
// "Attention : dans un profil qui a déjà des comptes, ce fichier prend leur place dans la liste des comptes. Ne l’y mettez pas."
// "Thunderbird lit ce fichier à chaque démarrage et retient ce qu’il dit : après le premier démarrage, supprimez-le."
// "Pour retirer le compte : supprimez ce fichier, puis retirez le compte dans les paramètres des comptes de Thunderbird."
user_pref("mail.account.account_82f807a43b08.server", "server_82f807a43b08");
user_pref("mail.account.account_82f807a43b08.identities", "id_82f807a43b08");
user_pref("mail.identity.id_82f807a43b08.fullName", "Jeanne Martin");
user_pref("mail.identity.id_82f807a43b08.useremail", "jeanne.martin@universite.example");
user_pref("mail.identity.id_82f807a43b08.smtpServer", "smtp_82f807a43b08_1");
user_pref("mail.server.server_82f807a43b08.type", "imap");
user_pref("mail.server.server_82f807a43b08.hostname", "imap.universite.example");
user_pref("mail.server.server_82f807a43b08.port", 993);
user_pref("mail.server.server_82f807a43b08.socketType", 3);
user_pref("mail.server.server_82f807a43b08.authMethod", 3);
user_pref("mail.server.server_82f807a43b08.userName", "jeanne.martin@universite.example");
user_pref("mail.server.server_82f807a43b08.name", "jeanne.martin@universite.example");
user_pref("mail.server.server_82f807a43b08.login_at_startup", true);
user_pref("mail.server.server_82f807a43b08.check_new_mail", true);
user_pref("mail.smtpserver.smtp_82f807a43b08_1.type", "smtp");
user_pref("mail.smtpserver.smtp_82f807a43b08_1.hostname", "smtp.universite.example");
user_pref("mail.smtpserver.smtp_82f807a43b08_1.port", 465);
user_pref("mail.smtpserver.smtp_82f807a43b08_1.try_ssl", 3);
user_pref("mail.smtpserver.smtp_82f807a43b08_1.authMethod", 3);
user_pref("mail.smtpserver.smtp_82f807a43b08_1.username", "jeanne.martin@universite.example");
user_pref("mail.smtpserver.smtp_82f807a43b08_1.description", "Université Exemple");
user_pref("mail.smtpserver.smtp_82f807a43b08_2.type", "smtp");
user_pref("mail.smtpserver.smtp_82f807a43b08_2.hostname", "smtp.universite.example");
user_pref("mail.smtpserver.smtp_82f807a43b08_2.port", 587);
user_pref("mail.smtpserver.smtp_82f807a43b08_2.try_ssl", 2);
user_pref("mail.smtpserver.smtp_82f807a43b08_2.authMethod", 3);
user_pref("mail.smtpserver.smtp_82f807a43b08_2.username", "jeanne.martin@universite.example");
user_pref("mail.smtpserver.smtp_82f807a43b08_2.description", "Université Exemple");
user_pref("mail.account.account_82f807a43b08_local.server", "server_82f807a43b08_local");
user_pref("mail.server.server_82f807a43b08_local.type", "none");
user_pref("mail.server.server_82f807a43b08_local.hostname", "Local Folders");
user_pref("mail.server.server_82f807a43b08_local.userName", "nobody");
user_pref("mail.server.server_82f807a43b08_local.name", "Dossiers locaux");
user_pref("mail.accountmanager.accounts", "account_82f807a43b08,account_82f807a43b08_local");
user_pref("mail.accountmanager.localfoldersserver", "server_82f807a43b08_local");
user_pref("mail.smtpservers", "smtp_82f807a43b08_1,smtp_82f807a43b08_2");
