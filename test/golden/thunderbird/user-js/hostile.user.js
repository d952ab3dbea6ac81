// "The account o'brien+a&b%c$d`e{f}|g!h#i=j?k^l*m/n~@example.org, for a new Thunderbird profile."
// "Careful: in a profile that has accounts already, this file takes their place in the list of accounts. Do not put it there."
// "Thunderbird reads this file at every start and then keeps what it says: after the first start, delete it."
// "To take the account away: delete this file, then remove the account in the account settings of Thunderbird."
user_pref("mail.account.account_7cfb7917e0a3.server", "server_7cfb7917e0a3");
user_pref("mail.account.account_7cfb7917e0a3.identities", "id_7cfb7917e0a3");
user_pref("mail.identity.id_7cfb7917e0a3.fullName", "O'Brien \"<&>\" \\ %TEMP% $(id) `id` {{x}} </script> ;#=");
user_pref("mail.identity.id_7cfb7917e0a3.useremail", "o'brien+a&b%c$d`e{f}|g!h#i=j?k^l*m/n~@example.org");
user_pref("mail.identity.id_7cfb7917e0a3.smtpServer", "smtp_7cfb7917e0a3_1");
user_pref("mail.server.server_7cfb7917e0a3.type", "imap");
user_pref("mail.server.server_7cfb7917e0a3.hostname", "imap.example.org");
user_pref("mail.server.server_7cfb7917e0a3.port", 993);
user_pref("mail.server.server_7cfb7917e0a3.socketType", 3);
user_pref("mail.server.server_7cfb7917e0a3.authMethod", 3);
user_pref("mail.server.server_7cfb7917e0a3.userName", "o'brien+a&b%c$d`e{f}|g!h#i=j?k^l*m/n~@login.example.org");
user_pref("mail.server.server_7cfb7917e0a3.name", "o'brien+a&b%c$d`e{f}|g!h#i=j?k^l*m/n~@example.org");
user_pref("mail.server.server_7cfb7917e0a3.login_at_startup", true);
user_pref("mail.server.server_7cfb7917e0a3.check_new_mail", true);
user_pref("mail.smtpserver.smtp_7cfb7917e0a3_1.type", "smtp");
user_pref("mail.smtpserver.smtp_7cfb7917e0a3_1.hostname", "smtp.example.org");
user_pref("mail.smtpserver.smtp_7cfb7917e0a3_1.port", 465);
user_pref("mail.smtpserver.smtp_7cfb7917e0a3_1.try_ssl", 3);
user_pref("mail.smtpserver.smtp_7cfb7917e0a3_1.authMethod", 3);
user_pref("mail.smtpserver.smtp_7cfb7917e0a3_1.username", "o'brien+a&b%c$d`e{f}|g!h#i=j?k^l*m/n~@login.example.org");
user_pref("mail.smtpserver.smtp_7cfb7917e0a3_1.description", "Mail \"<&>\" %PATH% '$(x)' `y`");
user_pref("mail.account.account_7cfb7917e0a3_local.server", "server_7cfb7917e0a3_local");
user_pref("mail.server.server_7cfb7917e0a3_local.type", "none");
user_pref("mail.server.server_7cfb7917e0a3_local.hostname", "Local Folders");
user_pref("mail.server.server_7cfb7917e0a3_local.userName", "nobody");
user_pref("mail.server.server_7cfb7917e0a3_local.name", "Local Folders");
user_pref("mail.accountmanager.accounts", "account_7cfb7917e0a3,account_7cfb7917e0a3_local");
user_pref("mail.accountmanager.localfoldersserver", "server_7cfb7917e0a3_local");
user_pref("mail.smtpservers", "smtp_7cfb7917e0a3_1");
