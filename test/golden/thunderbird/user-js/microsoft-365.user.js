// "The account milo@example.org, for a new Thunderbird profile."
// "Careful: in a profile that has accounts already, this file takes their place in the list of accounts. Do not put it there."
// "Thunderbird reads this file at every start and then keeps what it says: after the first start, delete it."
// "To take the account away: delete this file, then remove the account in the account settings of Thunderbird."
user_pref("mail.account.account_1c071de2b71b.server", "server_1c071de2b71b");
user_pref("mail.account.account_1c071de2b71b.identities", "id_1c071de2b71b");
user_pref("mail.identity.id_1c071de2b71b.fullName", "Milo Soft");
user_pref("mail.identity.id_1c071de2b71b.useremail", "milo@example.org");
user_pref("mail.identity.id_1c071de2b71b.smtpServer", "smtp_1c071de2b71b_1");
user_pref("mail.server.server_1c071de2b71b.type", "imap");
user_pref("mail.server.server_1c071de2b71b.hostname", "outlook.office365.com");
user_pref("mail.server.server_1c071de2b71b.port", 993);
user_pref("mail.server.server_1c071de2b71b.socketType", 3);
user_pref("mail.server.server_1c071de2b71b.authMethod", 10);
user_pref("mail.server.server_1c071de2b71b.userName", "milo@login.example.org");
user_pref("mail.server.server_1c071de2b71b.name", "milo@example.org");
user_pref("mail.server.server_1c071de2b71b.login_at_startup", true);
user_pref("mail.server.server_1c071de2b71b.check_new_mail", true);
user_pref("mail.smtpserver.smtp_1c071de2b71b_1.type", "smtp");
user_pref("mail.smtpserver.smtp_1c071de2b71b_1.hostname", "smtp.office365.com");
user_pref("mail.smtpserver.smtp_1c071de2b71b_1.port", 587);
user_pref("mail.smtpserver.smtp_1c071de2b71b_1.try_ssl", 2);
user_pref("mail.smtpserver.smtp_1c071de2b71b_1.authMethod", 10);
user_pref("mail.smtpserver.smtp_1c071de2b71b_1.username", "milo@login.example.org");
user_pref("mail.smtpserver.smtp_1c071de2b71b_1.description", "Example Mail");
user_pref("mail.account.account_1c071de2b71b_local.server", "server_1c071de2b71b_local");
user_pref("mail.server.server_1c071de2b71b_local.type", "none");
user_pref("mail.server.server_1c071de2b71b_local.hostname", "Local Folders");
user_pref("mail.server.server_1c071de2b71b_local.userName", "nobody");
user_pref("mail.server.server_1c071de2b71b_local.name", "Local Folders");
user_pref("mail.accountmanager.accounts", "account_1c071de2b71b,account_1c071de2b71b_local");
user_pref("mail.accountmanager.localfoldersserver", "server_1c071de2b71b_local");
user_pref("mail.smtpservers", "smtp_1c071de2b71b_1");
