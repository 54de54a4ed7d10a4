@echo off
rem The installed command line: the program itself is a window and has no console to print to.
setlocal
set ELECTRON_RUN_AS_NODE=1
"%~dp0..\taizhang.exe" "%~dp0..\resources\app.asar\out\main\cli.js" %*
exit /b %ERRORLEVEL%
