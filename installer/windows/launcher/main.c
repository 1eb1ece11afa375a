/*
 * What a browser starts on Windows: starts the host on its own Java, passes pipes and arguments on, and ends with it.
 * The same source without a console (inkan-host.exe) for browsers, and with one (inkan.exe) for people.
 */
#include "launcher.h"

static const wchar_t *const NEEDED[] = {
    L"runtime\\bin\\java.exe", L"runtime\\bin\\server\\jvm.dll", L"runtime\\lib\\modules", L"lib"};

/* Loaded classes, made at package time. Java looks whether it fits and is whole; else it starts as without it, slower. */
static const wchar_t *const ARCHIVE = L"host.aot";

/* As the Linux launcher: what these say would get between the frames, or further. */
static const wchar_t *const NOT_FOR_US[] = {L"JAVA_TOOL_OPTIONS", L"JDK_JAVA_OPTIONS", L"_JAVA_OPTIONS"};

#define COUNT(array) (sizeof array / sizeof *array)

/* What stands behind argv[0] in a command line, as it was written. */
static const wchar_t *arguments(const wchar_t *line) {
    BOOL quoted = FALSE;
    for (; *line && (quoted || (*line != L' ' && *line != L'\t')); line++) {
        if (*line == L'"') {
            quoted = !quoted;
        }
    }
    while (*line == L' ' || *line == L'\t') {
        line++;
    }
    return line;
}

static BOOL is_there(const wchar_t *folder, const wchar_t *file) {
    text path = new_text();
    add(&path, folder);
    add(&path, file);
    return !path.bad && GetFileAttributesW(path.start) != INVALID_FILE_ATTRIBUTES;
}

static BOOL is_console(HANDLE handle) {
    DWORD mode;
    return GetConsoleMode(handle, &mode);
}

/* The flags are those of native-host/src/main/launcher/inkan-host. What the JVM itself says goes to stderr: it has warnings that no -Xlog
 * keeps from the frames. */
static void add_command(text *command, const wchar_t *java, const wchar_t *folder) {
    add(command, L"\"");
    add(command, java);
    add(command, L"\" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx256m -XX:+ExitOnOutOfMemoryError -XX:+SuppressFatalErrorMessage "
                 L"-XX:-CreateCoredumpOnCrash -XX:+DisableAttachMechanism -Xlog:disable -Xlog:all=error:stderr "
                 L"-XX:+DisplayVMOutputToStderr --enable-native-access=ALL-UNNAMED -Dfile.encoding=UTF-8 ");
    if (is_there(folder, ARCHIVE)) {
        add(command, L"-XX:AOTMode=auto -XX:+VerifySharedSpaces \"-XX:AOTCache=");
        add(command, folder);
        add(command, ARCHIVE);
        add(command, L"\" ");
    }
    /* A console has an encoding of its own, which Java asks it for. */
    if (!is_console(GetStdHandle(STD_OUTPUT_HANDLE))) {
        add(command, L"-Dstdout.encoding=UTF-8 ");
    }
    add(command, L"-Dinkan.browser=");
    add_browser(command);
    add(command, L" \"-Dinkan.launcher=");
    add(command, folder);
    add(command, L"inkan-host.exe\" -cp \"");
    add(command, folder);
    add(command, L"lib\\*\" jp.inkan.host.Main ");
    add(command, arguments(GetCommandLineW()));
}

/* Ends all that is in it once nobody holds it any more: once this process is gone, however it went. */
static HANDLE job(void) {
    HANDLE made = CreateJobObjectW(NULL, NULL);
    JOBOBJECT_EXTENDED_LIMIT_INFORMATION limits = {0};
    limits.BasicLimitInformation.LimitFlags = JOB_OBJECT_LIMIT_KILL_ON_JOB_CLOSE;
    SetInformationJobObject(made, JobObjectExtendedLimitInformation, &limits, sizeof limits);
    return made;
}

/* The handles that exist, each once, for the list of what a process inherits; it refuses others. */
static size_t inheritable(const STARTUPINFOW *startup, HANDLE *list) {
    const HANDLE all[] = {startup->hStdInput, startup->hStdOutput, startup->hStdError};
    size_t count = 0;
    for (size_t i = 0; i < COUNT(all); i++) {
        BOOL listed = FALSE;
        for (size_t j = 0; j < count; j++) {
            listed = listed || list[j] == all[i];
        }
        if (!listed && all[i] && all[i] != INVALID_HANDLE_VALUE && SetHandleInformation(all[i], HANDLE_FLAG_INHERIT, HANDLE_FLAG_INHERIT)) {
            list[count++] = all[i];
        }
    }
    return count;
}

/* Suspended; of all our handles it has our standard ones only. */
static BOOL start(const wchar_t *java, wchar_t *command, PROCESS_INFORMATION *child) {
    static HANDLE list[3];
    static char room[256];
    STARTUPINFOEXW startup = {0};
    SIZE_T size = sizeof room;
    startup.StartupInfo.cb = sizeof startup;
    startup.StartupInfo.dwFlags = STARTF_USESTDHANDLES;
    startup.StartupInfo.hStdInput = GetStdHandle(STD_INPUT_HANDLE);
    startup.StartupInfo.hStdOutput = GetStdHandle(STD_OUTPUT_HANDLE);
    startup.StartupInfo.hStdError = GetStdHandle(STD_ERROR_HANDLE);
    size_t count = inheritable(&startup.StartupInfo, list);
    startup.lpAttributeList = (LPPROC_THREAD_ATTRIBUTE_LIST) room;
    if (!InitializeProcThreadAttributeList(startup.lpAttributeList, 1, 0, &size)
        || (count && !UpdateProcThreadAttribute(startup.lpAttributeList, 0, PROC_THREAD_ATTRIBUTE_HANDLE_LIST, list,
               count * sizeof *list, NULL, NULL))) {
        return FALSE;
    }
    DWORD flags = CREATE_SUSPENDED | EXTENDED_STARTUPINFO_PRESENT | (GetConsoleWindow() ? 0 : CREATE_NO_WINDOW);
    return CreateProcessW(java, command, NULL, NULL, count > 0, flags, NULL, NULL, &startup.StartupInfo, child);
}

static int run(const wchar_t *java, wchar_t *command) {
    PROCESS_INFORMATION child;
    HANDLE together = job();
    if (!start(java, command, &child)) {
        log_error(L"Windows doesn't start the Java runtime:", java, GetLastError());
        return RUNTIME_REFUSED;
    }
    AssignProcessToJobObject(together, child.hProcess);
    ResumeThread(child.hThread);
    /* The pipes are the host's now: they must break when it ends. */
    CloseHandle(GetStdHandle(STD_INPUT_HANDLE));
    CloseHandle(GetStdHandle(STD_OUTPUT_HANDLE));
    WaitForSingleObject(child.hProcess, INFINITE);
    DWORD code = RUNTIME_REFUSED;
    GetExitCodeProcess(child.hProcess, &code);
    if (code) {
        log_error(L"The host ended with an exit code:", java, code);
    }
    return (int) code;
}

int WINAPI wWinMain(HINSTANCE instance, HINSTANCE previous, PWSTR line, int show) {
    (void) instance, (void) previous, (void) line, (void) show;
    text folder = new_text();
    text java = new_text();
    text command = new_text();
    /* No DLL from the folder that the browser happens to be in, here and in the host. */
    SetDllDirectoryW(L"");
    for (size_t i = 0; i < COUNT(NOT_FOR_US); i++) {
        SetEnvironmentVariableW(NOT_FOR_US[i], NULL);
    }
    if (!own_folder(&folder)) {
        log_error(L"The host's folder has too long a name.", L"", 0);
        return PATH_TOO_LONG;
    }
    for (size_t i = 0; i < COUNT(NEEDED); i++) {
        if (!is_there(folder.start, NEEDED[i])) {
            log_error(L"A part of the host is missing, please repair the installation:", NEEDED[i], GetLastError());
            return RUNTIME_MISSING;
        }
    }
    add(&java, folder.start);
    add(&java, NEEDED[0]);
    add_command(&command, java.start, folder.start);
    if (java.bad || command.bad) {
        log_error(L"The command line is too long.", L"", 0);
        return PATH_TOO_LONG;
    }
    return run(java.start, command.start);
}
