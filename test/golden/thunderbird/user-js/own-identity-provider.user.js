// "Le compte owen@example.org, pour un nouveau profil de Thunderbird."
// "Attention : dans un profil qui a déjà des comptes, ce fichier prend leur place dans la liste des comptes. Ne l’y mettez pas."
// "Thunderbird lit ce fichier à chaque démarrage et retient ce qu’il dit : après le premier démarrage, supprimez-le."
// "Pour retirer le compte : supprimez ce fichier, puis retirez le compte dans les paramètres des comptes de Thunderbird."
user_pref("mail.account.account_ecc6666d49f1.server", "server_ecc6666d49f1");
user_pref("mail.account.account_ecc6666d49f1.identities", "id_ecc6666d49f1");
user_pref("mail.identity.id_ecc6666d49f1.fullName", "Owen Dauth");
user_pref("mail.identity.id_ecc6666d49f1.useremail", "owen@example.org");
user_pref("mail.identity.id_ecc6666d49f1.smtpServer", "smtp_ecc6666d49f1_1");
user_pref("mail.server.server_ecc6666d49f1.type", "imap");
user_pref("mail.server.server_ecc6666d49f1.hostname", "imap.example.org");
user_pref("mail.server.server_ecc6666d49f1.port", 993);
user_pref("mail.server.server_ecc6666d49f1.socketType", 3);
user_pref("mail.server.server_ecc6666d49f1.authMethod", 3);
user_pref("mail.server.server_ecc6666d49f1.userName", "owen@login.example.org");
user_pref("mail.server.server_ecc6666d49f1.name", "owen@example.org");
user_pref("mail.server.server_ecc6666d49f1.login_at_startup", true);
user_pref("mail.server.server_ecc6666d49f1.check_new_mail", true);
user_pref("mail.smtpserver.smtp_ecc6666d49f1_1.type", "smtp");
user_pref("mail.smtpserver.smtp_ecc6666d49f1_1.hostname", "smtp.example.org");
user_pref("mail.smtpserver.smtp_ecc6666d49f1_1.port", 587);
user_pref("mail.smtpserver.smtp_ecc6666d49f1_1.try_ssl", 2);
user_pref("mail.smtpserver.smtp_ecc6666d49f1_1.authMethod", 3);
user_pref("mail.smtpserver.smtp_ecc6666d49f1_1.username", "owen@login.example.org");
user_pref("mail.smtpserver.smtp_ecc6666d49f1_1.description", "Example Mail");
user_pref("mail.account.account_ecc6666d49f1_local.server", "server_ecc6666d49f1_local");
user_pref("mail.server.server_ecc6666d49f1_local.type", "none");
user_pref("mail.server.server_ecc6666d49f1_local.hostname", "Local Folders");
user_pref("mail.server.server_ecc6666d49f1_local.userName", "nobody");
user_pref("mail.server.server_ecc6666d49f1_local.name", "Dossiers locaux");
user_pref("mail.accountmanager.accounts", "account_ecc6666d49f1,account_ecc6666d49f1_local");
user_pref("mail.accountmanager.localfoldersserver", "server_ecc6666d49f1_local");
user_pref("mail.smtpservers", "smtp_ecc6666d49f1_1");
