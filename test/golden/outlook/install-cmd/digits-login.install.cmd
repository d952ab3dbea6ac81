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
set "folder=%shared%\example-d7a82724"
set "state=%LOCALAPPDATA%\Facteur\outlook-before"
set "office=HKCU\Software\Microsoft\Office"
rem Outlook reads the values when it starts. Only this person's Outlook counts: a terminal server runs those of others too. (wine 8 lists no process.)
set "running="
for /f "delims=," %%T in ('%system%\tasklist /fi "IMAGENAME eq OUTLOOK.EXE" /fi "USERNAME eq %USERDOMAIN%\%USERNAME%" /fo csv /nh 2^>nul') do if /i "%%~T"=="OUTLOOK.EXE" set "running=1"
if defined running goto running
if not exist "%here%autodiscover.xml" goto missing
"%system%\find.exe" "007@example.org</AutoDiscoverSMTPAddress>" "%here%autodiscover.xml" >nul 2>&1
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
echo Outlook is prepared for your address at example.org.
echo.
echo 1. Start Outlook. If it has no account yet, it asks for one by itself;
echo otherwise choose File, Add Account.
echo.
echo 2. Type your name, your e-mail address and your password. Outlook finds
echo everything else, also the login, which is not always the address.
echo.
echo 3. When messages come in and go out, double-click remove.cmd.
echo.
echo If Outlook asks for the address only (the new Outlook does, and perhaps
echo Outlook 2024), do not go on with it: it would try the address as the login.
echo Follow the written steps.
echo.
echo Do not forget the removal: until then this file answers for every account at
echo example.org in your Outlook, and an Exchange account there would lose the
echo free/busy times of others and its out-of-office replies.
echo.
goto :eof

rem Is there a path for the domain, and is it ours? The end of it is enough, and free of letters that this code page lacks.
:look
set "had_%1="
"%system%\reg.exe" query "%office%\%1\Outlook\AutoDiscover" /v "example.org" >nul 2>&1
if errorlevel 1 goto :eof
set "had_%1=1"
"%system%\reg.exe" query "%office%\%1\Outlook\AutoDiscover" /v "example.org" 2>nul | "%system%\find.exe" "\Facteur\outlook\example-d7a82724\autodiscover.xml" >nul
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
>&2 echo The only option is /quiet: no question, no word unless something is wrong.
>&2 echo The exit code tells the result.
goto :eof

:running
set "code=4"
>&2 echo Outlook is running. Close it, then start this again.
goto :eof

:failed
set "code=1"
>&2 echo It did not work, and what had been done was undone. Your organisation may
>&2 echo forbid changes of the registry: ask your administrator, or set up the
>&2 echo account by hand.
goto :eof

:missing
set "code=3"
>&2 echo autodiscover.xml is not beside this file. If you opened this file inside a
>&2 echo ZIP, extract everything into a folder first, then start it there.
goto :eof

:mismatch
set "code=3"
>&2 echo The autodiscover.xml beside this file is not the one for your address at
>&2 echo example.org. Put all files of one account into a folder of their own, then
>&2 echo start this again.
goto :eof

:conflict
set "code=5"
>&2 echo Nothing was changed: Outlook already has a file for example.org that is not
>&2 echo this one. If it belongs to another account that you set up in this way, run
>&2 echo its remove.cmd first; otherwise ask your administrator. The present setting
>&2 echo is:
for %%V in (15.0 16.0) do "%system%\reg.exe" query "%office%\%%V\Outlook\AutoDiscover" /v "example.org" 1>&2 2>nul
goto :eof
