// "Le compte marie.curie@cnrs.fr, pour un nouveau profil de Thunderbird."
// "Attention : dans un profil qui a déjà des comptes, ce fichier prend leur place dans la liste des comptes. Ne l’y mettez pas."
// "Thunderbird lit ce fichier à chaque démarrage et retient ce qu’il dit : après le premier démarrage, supprimez-le."
// "Pour retirer le compte : supprimez ce fichier, puis retirez le compte dans les paramètres des comptes de Thunderbird."
user_pref("mail.account.account_6b29807c6567.server", "server_6b29807c6567");
user_pref("mail.account.account_6b29807c6567.identities", "id_6b29807c6567");
user_pref("mail.identity.id_6b29807c6567.fullName", "Marie Curie");
user_pref("mail.identity.id_6b29807c6567.useremail", "marie.curie@cnrs.fr");
user_pref("mail.identity.id_6b29807c6567.smtpServer", "smtp_6b29807c6567_1");
user_pref("mail.server.server_6b29807c6567.type", "imap");
user_pref("mail.server.server_6b29807c6567.hostname", "imap.cnrs.fr");
user_pref("mail.server.server_6b29807c6567.port", 993);
user_pref("mail.server.server_6b29807c6567.socketType", 3);
user_pref("mail.server.server_6b29807c6567.authMethod", 3);
user_pref("mail.server.server_6b29807c6567.userName", "m.sklodowska@ods.services");
user_pref("mail.server.server_6b29807c6567.name", "marie.curie@cnrs.fr");
user_pref("mail.server.server_6b29807c6567.login_at_startup", true);
user_pref("mail.server.server_6b29807c6567.check_new_mail", true);
user_pref("mail.smtpserver.smtp_6b29807c6567_1.type", "smtp");
user_pref("mail.smtpserver.smtp_6b29807c6567_1.hostname", "smtp.cnrs.fr");
user_pref("mail.smtpserver.smtp_6b29807c6567_1.port", 587);
user_pref("mail.smtpserver.smtp_6b29807c6567_1.try_ssl", 2);
user_pref("mail.smtpserver.smtp_6b29807c6567_1.authMethod", 3);
user_pref("mail.smtpserver.smtp_6b29807c6567_1.username", "m.sklodowska@ods.services");
user_pref("mail.smtpserver.smtp_6b29807c6567_1.description", "Messagerie CNRS");
user_pref("mail.account.account_6b29807c6567_local.server", "server_6b29807c6567_local");
user_pref("mail.server.server_6b29807c6567_local.type", "none");
user_pref("mail.server.server_6b29807c6567_local.hostname", "Local Folders");
user_pref("mail.server.server_6b29807c6567_local.userName", "nobody");
user_pref("mail.server.server_6b29807c6567_local.name", "Dossiers locaux");
user_pref("mail.accountmanager.accounts", "account_6b29807c6567,account_6b29807c6567_local");
user_pref("mail.accountmanager.localfoldersserver", "server_6b29807c6567_local");
user_pref("mail.smtpservers", "smtp_6b29807c6567_1");
