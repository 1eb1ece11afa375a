#include "launcher.h"
#include <stdio.h>

#define LONGEST_LINE 2048

/* As LogConfigurator writes them: in UTF-8, with the time in UTC. */
static int format(char *line, const char *message, const char *detail, unsigned long code) {
    SYSTEMTIME now;
    GetSystemTime(&now);
    return snprintf(line, LONGEST_LINE, "%04u-%02u-%02uT%02u:%02u:%02u.%03uZ ERROR [main] launcher - %s %s (%lu)\n",
        now.wYear, now.wMonth, now.wDay, now.wHour, now.wMinute, now.wSecond, now.wMilliseconds, message, detail, code);
}

static void narrow(const wchar_t *wide, char *narrowed, int room) {
    if (!WideCharToMultiByte(CP_UTF8, 0, wide, -1, narrowed, room, NULL, NULL)) {
        narrowed[0] = 0;
    }
}

/* The host's folder of the user, in the form that has no limit of MAX_PATH, whatever the PC's policy for long paths is; on a share
 * as it is. */
static BOOL own_folder_of_user(text *path) {
    text given = new_text();
    text whole = new_text();
    if (given.bad || whole.bad) {
        return FALSE;
    }
    DWORD length = GetEnvironmentVariableW(L"LOCALAPPDATA", given.start, LONGEST);
    if (length == 0 || length >= LONGEST) {
        return FALSE;
    }
    given.length = length;
    add(&given, L"\\Inkan");
    if (given.bad) {
        return FALSE;
    }
    length = GetFullPathNameW(given.start, LONGEST, whole.start, NULL);
    if (length == 0 || length >= LONGEST) {
        return FALSE;
    }
    add(path, whole.start[0] == L'\\' ? L"" : L"\\\\?\\");
    add(path, whole.start);
    return !path->bad;
}

static HANDLE open_log(void) {
    text path = new_text();
    if (path.bad || !own_folder_of_user(&path)) {
        return INVALID_HANDLE_VALUE;
    }
    CreateDirectoryW(path.start, NULL);
    add(&path, L"\\ApplicationLog.log");
    if (path.bad) {
        return INVALID_HANDLE_VALUE;
    }
    return CreateFileW(path.start, FILE_APPEND_DATA, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, NULL,
        OPEN_ALWAYS, FILE_ATTRIBUTE_NORMAL, NULL);
}

void log_error(const wchar_t *message, const wchar_t *detail, unsigned long code) {
    static char line[LONGEST_LINE], what[LONGEST_LINE], which[LONGEST_LINE];
    HANDLE file = open_log();
    if (file == INVALID_HANDLE_VALUE) {
        return;
    }
    narrow(message, what, sizeof what);
    narrow(detail, which, sizeof which);
    int length = format(line, what, which, code);
    DWORD written;
    WriteFile(file, line, length < LONGEST_LINE ? (DWORD) length : LONGEST_LINE - 1, &written, NULL);
    CloseHandle(file);
}
