@echo off
rem Builds the `smile` command where its sources changed, and runs it. See: smile --help
setlocal
where dotnet >nul 2>nul || (echo smile: the .NET 10 SDK was not found: install it from https://dotnet.microsoft.com/download, then try again. 1>&2 & exit /b 3)
dotnet --list-sdks | findstr /b "10." >nul || (echo smile: the .NET 10 SDK was not found: install it from https://dotnet.microsoft.com/download, then try again. 1>&2 & exit /b 3)
where npm >nul 2>nul || (echo smile: Node.js was not found: install version 20 or newer from https://nodejs.org, then try again. 1>&2 & exit /b 3)
set "SMILE_ROOT=%~dp0."
set "DOTNET_CLI_TELEMETRY_OPTOUT=1"
if not exist "%~dp0artifacts" mkdir "%~dp0artifacts"
set "SMILE_BEFORE="
if exist "%~dp0artifacts\command\current" set /p SMILE_BEFORE=<"%~dp0artifacts\command\current"
rem In the root, whose global.json chooses the SDK.
pushd "%~dp0"
dotnet build src\SmileNotebooks.Cli -c Release --nologo -v quiet -t:InstallCommand >artifacts\smile.build.log 2>&1 || (type artifacts\smile.build.log 1>&2 & echo smile: the build failed; the messages are above and in artifacts\smile.build.log. 1>&2 & popd & exit /b 3)
popd
set /p SMILE_FOLDER=<"%~dp0artifacts\command\current"
if not "%SMILE_FOLDER%"=="%SMILE_BEFORE%" if exist "%~dp0artifacts\command\%SMILE_FOLDER%\note.txt" type "%~dp0artifacts\command\%SMILE_FOLDER%\note.txt" 1>&2
rem Folders of earlier builds that nothing runs from: one that is in use cannot be renamed.
for /d %%d in ("%~dp0artifacts\command\*") do if /i not "%%~nxd"=="%SMILE_FOLDER%" (ren "%%d" "%%~nxd.old" 2>nul && rd /s /q "%%d.old")
dotnet exec "%~dp0artifacts\command\%SMILE_FOLDER%\smile.dll" %*
