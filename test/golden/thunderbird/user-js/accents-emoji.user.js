// "Le compte zoe.noel@example.org, pour un nouveau profil de Thunderbird."
// "Attention : dans un profil qui a déjà des comptes, ce fichier prend leur place dans la liste des comptes. Ne l’y mettez pas."
// "Thunderbird lit ce fichier à chaque démarrage et retient ce qu’il dit : après le premier démarrage, supprimez-le."
// "Pour retirer le compte : supprimez ce fichier, puis retirez le compte dans les paramètres des comptes de Thunderbird."
user_pref("mail.account.account_f739fbcd9b12.server", "server_f739fbcd9b12");
user_pref("mail.account.account_f739fbcd9b12.identities", "id_f739fbcd9b12");
user_pref("mail.identity.id_f739fbcd9b12.fullName", "Zoé Noël-Œstergård 张伟 🦊 👩‍🔬");
user_pref("mail.identity.id_f739fbcd9b12.useremail", "zoe.noel@example.org");
user_pref("mail.identity.id_f739fbcd9b12.smtpServer", "smtp_f739fbcd9b12_1");
user_pref("mail.server.server_f739fbcd9b12.type", "imap");
user_pref("mail.server.server_f739fbcd9b12.hostname", "imap.example.org");
user_pref("mail.server.server_f739fbcd9b12.port", 993);
user_pref("mail.server.server_f739fbcd9b12.socketType", 3);
user_pref("mail.server.server_f739fbcd9b12.authMethod", 3);
user_pref("mail.server.server_f739fbcd9b12.userName", "zoe.noel@example.org");
user_pref("mail.server.server_f739fbcd9b12.name", "zoe.noel@example.org");
user_pref("mail.server.server_f739fbcd9b12.login_at_startup", true);
user_pref("mail.server.server_f739fbcd9b12.check_new_mail", true);
user_pref("mail.smtpserver.smtp_f739fbcd9b12_1.type", "smtp");
user_pref("mail.smtpserver.smtp_f739fbcd9b12_1.hostname", "smtp.example.org");
user_pref("mail.smtpserver.smtp_f739fbcd9b12_1.port", 465);
user_pref("mail.smtpserver.smtp_f739fbcd9b12_1.try_ssl", 3);
user_pref("mail.smtpserver.smtp_f739fbcd9b12_1.authMethod", 3);
user_pref("mail.smtpserver.smtp_f739fbcd9b12_1.username", "zoe.noel@example.org");
user_pref("mail.smtpserver.smtp_f739fbcd9b12_1.description", "Météo & Œuvre");
user_pref("mail.account.account_f739fbcd9b12_local.server", "server_f739fbcd9b12_local");
user_pref("mail.server.server_f739fbcd9b12_local.type", "none");
user_pref("mail.server.server_f739fbcd9b12_local.hostname", "Local Folders");
user_pref("mail.server.server_f739fbcd9b12_local.userName", "nobody");
user_pref("mail.server.server_f739fbcd9b12_local.name", "Dossiers locaux");
user_pref("mail.accountmanager.accounts", "account_f739fbcd9b12,account_f739fbcd9b12_local");
user_pref("mail.accountmanager.localfoldersserver", "server_f739fbcd9b12_local");
user_pref("mail.smtpservers", "smtp_f739fbcd9b12_1");
