@echo off
rem Everything stays below HKEY_CURRENT_USER and %%LOCALAPPDATA%%: no administrator is needed, and "Run as administrator" would serve somebody else.
rem Programs are called by their full path, because cmd looks beside this file first. Paths may have any character that Windows allows:
rem each is read once, stays between double quotes, and is never handed to CALL, which would read it a second time.
setlocal EnableExtensions DisableDelayedExpansion
set "system=%SystemRoot%\System32"
set "here=%~dp0"
set "quiet="
set "misread="
if /i "%~1"=="/quiet" set "quiet=1"
if not "%~1"=="" if not defined quiet set "misread=1"
if not "%~2"=="" set "misread=1"
set "page="
rem The number stands after a colon, in German with a full stop behind it. (wine 8 without a console: 0, which it then refuses to restore.)
for /f "tokens=2 delims=:." %%P in ('%system%\chcp.com') do set "page=%%P"
"%system%\chcp.com" 850 >nul 2>&1
set "code=1"
call :main
if defined page "%system%\chcp.com" %page% >nul 2>&1
if not defined quiet pause
exit /b %code%

rem Exit codes: 0 done, 1 failed and undone, 2 wrongly asked, 3 no autodiscover.xml, 4 Outlook is running, 5 Outlook has another setting for the domain.

:main
if defined misread goto usage
if not defined LOCALAPPDATA goto failed
set "shared=%LOCALAPPDATA%\Facteur\outlook"
set "folder=%shared%\example-e07187bd"
set "state=%LOCALAPPDATA%\Facteur\outlook-before"
set "office=HKCU\Software\Microsoft\Office"
rem Outlook reads the values when it starts. Only this person's Outlook counts: a terminal server runs those of others too. (wine 8 lists no process.)
set "running="
for /f "delims=," %%T in ('%system%\tasklist /fi "IMAGENAME eq OUTLOOK.EXE" /fi "USERNAME eq %USERDOMAIN%\%USERNAME%" /fo csv /nh 2^>nul') do if /i "%%~T"=="OUTLOOK.EXE" set "running=1"
if defined running goto running
if not exist "%here%autodiscover.xml" goto missing
"%system%\find.exe" "zoe.noel@example.org</AutoDiscoverSMTPAddress>" "%here%autodiscover.xml" >nul 2>&1
if errorlevel 1 goto mismatch
set "conflict="
for %%V in (15.0 16.0) do call :look %%V
if defined conflict goto conflict

rem The new file takes its name as the last step: until then nothing that worked before has changed.
if not exist "%folder%\" mkdir "%folder%" >nul 2>&1
if not exist "%folder%\" goto failed
copy /b /y "%here%autodiscover.xml" "%folder%\autodiscover.new" >nul 2>&1
if errorlevel 1 goto undo
set "wrong="
for %%V in (15.0 16.0) do call :point %%V
call :switch 15.0 AutoDiscover PreferLocalXML
call :switch 16.0 AutoDiscover PreferLocalXML
call :switch 16.0 Setup DisableOffice365SimplifiedAccountCreation
if defined wrong goto undo
move /y "%folder%\autodiscover.new" "%folder%\autodiscover.xml" >nul 2>&1
rem (wine 8: MOVE reports success always.)
if exist "%folder%\autodiscover.new" goto undo
set "code=0"
if defined quiet goto :eof
echo.
echo Outlook est prêt pour votre adresse en example.org.
echo.
echo 1. Ouvrez Outlook. S'il n'a encore aucun compte, il en demande un de
echo lui-même ; sinon, choisissez Fichier, Ajouter un compte.
echo.
echo 2. Saisissez votre nom, votre adresse de messagerie et votre mot de passe.
echo Outlook trouve tout le reste, y compris l'identifiant, qui n'est pas
echo toujours l'adresse.
echo.
echo 3. Quand les messages arrivent et partent, double-cliquez sur remove.cmd.
echo.
echo Si Outlook ne demande que l'adresse (c'est le cas du nouvel Outlook, et
echo peut-être d'Outlook 2024), n'allez pas plus loin : il essaierait l'adresse
echo comme identifiant. Suivez les instructions écrites.
echo.
echo N'oubliez pas le nettoyage : jusque-là, ce fichier répond pour tout compte
echo en example.org dans votre Outlook, et un compte Exchange y perdrait les
echo disponibilités des autres et ses réponses automatiques d'absence.
echo.
goto :eof

rem Is there a path for the domain, and is it ours? The end of it is enough, and free of letters that this code page lacks.
:look
set "had_%1="
"%system%\reg.exe" query "%office%\%1\Outlook\AutoDiscover" /v "example.org" >nul 2>&1
if errorlevel 1 goto :eof
set "had_%1=1"
"%system%\reg.exe" query "%office%\%1\Outlook\AutoDiscover" /v "example.org" 2>nul | "%system%\find.exe" "\Facteur\outlook\example-e07187bd\autodiscover.xml" >nul
if errorlevel 1 set "conflict=1"
goto :eof

:point
if defined wrong goto :eof
"%system%\reg.exe" add "%office%\%1\Outlook\AutoDiscover" /v "example.org" /t REG_SZ /d "%folder%\autodiscover.xml" /f >nul 2>&1
if errorlevel 1 set "wrong=1"
goto :eof

rem Sets a value that serves all accounts, unless it is set already. A file beside says what it was, for the one who takes it back.
:switch
if defined wrong goto :eof
set "was=absent"
"%system%\reg.exe" query "%office%\%1\Outlook\%2" /v %3 >nul 2>&1
if not errorlevel 1 set "was=set"
"%system%\reg.exe" query "%office%\%1\Outlook\%2" /v %3 2>nul | "%system%\find.exe" "0x0" >nul
if not errorlevel 1 set "was=zero"
if "%was%"=="set" goto :eof
if not exist "%state%\" mkdir "%state%" >nul 2>&1
if exist "%state%\%1-%3.absent" goto on
if exist "%state%\%1-%3.zero" goto on
type nul >"%state%\%1-%3.%was%" 2>nul
if not exist "%state%\%1-%3.%was%" set "wrong=1"
if defined wrong goto :eof
set "made_%1_%3=1"
:on
"%system%\reg.exe" add "%office%\%1\Outlook\%2" /v %3 /t REG_DWORD /d 1 /f >nul 2>&1
if errorlevel 1 set "wrong=1"
goto :eof

rem Gives a value that serves all accounts back the state that a file of :switch says. Without such a file it is not ours.
:restore
if exist "%state%\%1-%3.absent" "%system%\reg.exe" delete "%office%\%1\Outlook\%2" /v %3 /f >nul 2>&1
if exist "%state%\%1-%3.zero" "%system%\reg.exe" add "%office%\%1\Outlook\%2" /v %3 /t REG_DWORD /d 0 /f >nul 2>&1
if exist "%state%\%1-%3.absent" del "%state%\%1-%3.absent" >nul 2>&1
if exist "%state%\%1-%3.zero" del "%state%\%1-%3.zero" >nul 2>&1
goto :eof

:undo
for %%V in (15.0 16.0) do if not defined had_%%V "%system%\reg.exe" delete "%office%\%%V\Outlook\AutoDiscover" /v "example.org" /f >nul 2>&1
if defined made_15.0_PreferLocalXML call :restore 15.0 AutoDiscover PreferLocalXML
if defined made_16.0_PreferLocalXML call :restore 16.0 AutoDiscover PreferLocalXML
if defined made_16.0_DisableOffice365SimplifiedAccountCreation call :restore 16.0 Setup DisableOffice365SimplifiedAccountCreation
del "%folder%\autodiscover.new" >nul 2>&1
rem Only what is empty goes.
rmdir "%folder%" >nul 2>&1
rmdir "%shared%" >nul 2>&1
rmdir "%state%" >nul 2>&1
rmdir "%LOCALAPPDATA%\Facteur" >nul 2>&1
goto failed

:usage
set "code=2"
>&2 echo La seule option est /quiet : aucune question, aucun mot sauf si quelque
>&2 echo chose ne va pas. Le code de sortie donne le résultat.
goto :eof

:running
set "code=4"
>&2 echo Outlook est ouvert. Fermez-le, puis relancez ce fichier.
goto :eof

:failed
set "code=1"
>&2 echo L'installation a échoué, et ce qui était commencé a été défait. Votre
>&2 echo organisme interdit peut-être de modifier le registre : demandez à votre
>&2 echo administrateur, ou configurez le compte à la main.
goto :eof

:missing
set "code=3"
>&2 echo autodiscover.xml n'est pas à côté de ce fichier. Si vous l'avez ouvert à
>&2 echo l'intérieur d'un ZIP, extrayez d'abord tout dans un dossier, puis lancez-le
>&2 echo depuis ce dossier.
goto :eof

:mismatch
set "code=3"
>&2 echo Le fichier autodiscover.xml placé à côté n'est pas celui de votre adresse en
>&2 echo example.org. Mettez tous les fichiers d'un même compte dans un dossier à
>&2 echo part, puis recommencez.
goto :eof

:conflict
set "code=5"
>&2 echo Rien n'a été modifié : Outlook a déjà pour example.org un fichier qui n'est
>&2 echo pas celui-ci. S'il appartient à un autre compte installé de cette façon,
>&2 echo lancez d'abord son remove.cmd ; sinon, demandez à votre administrateur.
>&2 echo Réglage actuel :
for %%V in (15.0 16.0) do "%system%\reg.exe" query "%office%\%%V\Outlook\AutoDiscover" /v "example.org" 1>&2 2>nul
goto :eof
