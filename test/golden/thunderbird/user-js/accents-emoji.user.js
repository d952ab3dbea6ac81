// "Le compte zoe.noel@example.org, pour un nouveau profil de Thunderbird."
// "Attention : dans un profil qui a déjà des comptes, ce fichier prend leur place dans la liste des comptes. Ne l’y mettez pas."
// "Thunderbird lit ce fichier à chaque démarrage et retient ce qu’il dit : après le premier démarrage, supprimez-le."
// "Pour retirer le compte : supprimez ce fichier, puis retirez le compte dans les paramètres des comptes de Thunderbird."
user_pref("mail.account.account_4820801ab8f6.server", "server_4820801ab8f6");
user_pref("mail.account.account_4820801ab8f6.identities", "id_4820801ab8f6");
user_pref("mail.identity.id_4820801ab8f6.fullName", "Zoé Noël-Œstergård 张伟 🦊 👩‍🔬");
user_pref("mail.identity.id_4820801ab8f6.useremail", "zoe.noel@example.org");
user_pref("mail.identity.id_4820801ab8f6.smtpServer", "smtp_4820801ab8f6_1");
user_pref("mail.server.server_4820801ab8f6.type", "imap");
user_pref("mail.server.server_4820801ab8f6.hostname", "imap.example.org");
user_pref("mail.server.server_4820801ab8f6.port", 993);
user_pref("mail.server.server_4820801ab8f6.socketType", 3);
user_pref("mail.server.server_4820801ab8f6.authMethod", 3);
user_pref("mail.server.server_4820801ab8f6.userName", "zoe.noel@example.org");
user_pref("mail.server.server_4820801ab8f6.name", "zoe.noel@example.org");
user_pref("mail.server.server_4820801ab8f6.login_at_startup", true);
user_pref("mail.server.server_4820801ab8f6.check_new_mail", true);
user_pref("mail.smtpserver.smtp_4820801ab8f6_1.type", "smtp");
user_pref("mail.smtpserver.smtp_4820801ab8f6_1.hostname", "smtp.example.org");
user_pref("mail.smtpserver.smtp_4820801ab8f6_1.port", 465);
user_pref("mail.smtpserver.smtp_4820801ab8f6_1.try_ssl", 3);
user_pref("mail.smtpserver.smtp_4820801ab8f6_1.authMethod", 3);
user_pref("mail.smtpserver.smtp_4820801ab8f6_1.username", "zoe.noel@example.org");
user_pref("mail.smtpserver.smtp_4820801ab8f6_1.description", "Météo & Œuvre");
user_pref("mail.account.account_4820801ab8f6_local.server", "server_4820801ab8f6_local");
user_pref("mail.server.server_4820801ab8f6_local.type", "none");
user_pref("mail.server.server_4820801ab8f6_local.hostname", "Local Folders");
user_pref("mail.server.server_4820801ab8f6_local.userName", "nobody");
user_pref("mail.server.server_4820801ab8f6_local.name", "Dossiers locaux");
user_pref("mail.accountmanager.accounts", "account_4820801ab8f6,account_4820801ab8f6_local");
user_pref("mail.accountmanager.localfoldersserver", "server_4820801ab8f6_local");
user_pref("mail.smtpservers", "smtp_4820801ab8f6_1");
