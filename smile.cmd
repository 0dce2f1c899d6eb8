@echo off
rem Builds the `smile` command and runs it. See: smile --help
setlocal
where dotnet >nul 2>nul || (echo smile: the .NET 10 SDK was not found: install it from https://dotnet.microsoft.com/download, then try again. 1>&2 & exit /b 3)
where npm >nul 2>nul || (echo smile: Node.js was not found: install version 20 or newer from https://nodejs.org, then try again. 1>&2 & exit /b 3)
set "SMILE_ROOT=%~dp0."
dotnet build "%~dp0src\SmileNotebooks.Cli" -c Release --nologo -v quiet >"%TEMP%\smile.build.log" 2>&1 || (type "%TEMP%\smile.build.log" 1>&2 & echo smile: the build failed. 1>&2 & exit /b 3)
dotnet exec "%~dp0artifacts\bin\SmileNotebooks.Cli\release\smile.dll" %*
