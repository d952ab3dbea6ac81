// "The account 007@example.org, for a new Thunderbird profile."
// "Careful: in a profile that has accounts already, this file takes their place in the list of accounts. Do not put it there."
// "Thunderbird reads this file at every start and then keeps what it says: after the first start, delete it."
// "To take the account away: delete this file, then remove the account in the account settings of Thunderbird."
user_pref("mail.account.account_2775f33abcfc.server", "server_2775f33abcfc");
user_pref("mail.account.account_2775f33abcfc.identities", "id_2775f33abcfc");
user_pref("mail.identity.id_2775f33abcfc.fullName", "007");
user_pref("mail.identity.id_2775f33abcfc.useremail", "007@example.org");
user_pref("mail.identity.id_2775f33abcfc.smtpServer", "smtp_2775f33abcfc_1");
user_pref("mail.server.server_2775f33abcfc.type", "imap");
user_pref("mail.server.server_2775f33abcfc.hostname", "imap.example.org");
user_pref("mail.server.server_2775f33abcfc.port", 993);
user_pref("mail.server.server_2775f33abcfc.socketType", 3);
user_pref("mail.server.server_2775f33abcfc.authMethod", 3);
user_pref("mail.server.server_2775f33abcfc.userName", "007");
user_pref("mail.server.server_2775f33abcfc.name", "007@example.org");
user_pref("mail.server.server_2775f33abcfc.login_at_startup", true);
user_pref("mail.server.server_2775f33abcfc.check_new_mail", true);
user_pref("mail.smtpserver.smtp_2775f33abcfc_1.type", "smtp");
user_pref("mail.smtpserver.smtp_2775f33abcfc_1.hostname", "smtp.example.org");
user_pref("mail.smtpserver.smtp_2775f33abcfc_1.port", 465);
user_pref("mail.smtpserver.smtp_2775f33abcfc_1.try_ssl", 3);
user_pref("mail.smtpserver.smtp_2775f33abcfc_1.authMethod", 3);
user_pref("mail.smtpserver.smtp_2775f33abcfc_1.username", "007");
user_pref("mail.smtpserver.smtp_2775f33abcfc_1.description", "Example Mail");
user_pref("mail.account.account_2775f33abcfc_local.server", "server_2775f33abcfc_local");
user_pref("mail.server.server_2775f33abcfc_local.type", "none");
user_pref("mail.server.server_2775f33abcfc_local.hostname", "Local Folders");
user_pref("mail.server.server_2775f33abcfc_local.userName", "nobody");
user_pref("mail.server.server_2775f33abcfc_local.name", "Local Folders");
user_pref("mail.accountmanager.accounts", "account_2775f33abcfc,account_2775f33abcfc_local");
user_pref("mail.accountmanager.localfoldersserver", "server_2775f33abcfc_local");
user_pref("mail.smtpservers", "smtp_2775f33abcfc_1");
