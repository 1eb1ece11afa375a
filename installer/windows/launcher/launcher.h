/* The launcher's parts. Every text is UTF-16, as Windows has it; nothing is narrowed here. */
#ifndef LAUNCHER_H
#define LAUNCHER_H

#define WIN32_LEAN_AND_MEAN
#include <windows.h>

/* The longest path and the longest command line that Windows knows, in characters, with the 0. */
#define LONGEST 32768

/* What this program itself ends with; else it is the host's own code (0 done, 1 failed, 2 wrong words). */
enum { RUNTIME_MISSING = 100, RUNTIME_REFUSED = 101, PATH_TOO_LONG = 102 };

/* text.c: a text that grows to LONGEST; what doesn't fit makes it bad, and bad it stays. */
typedef struct {
    wchar_t *start;
    size_t length;
    BOOL bad;
} text;

text new_text(void);
void add(text *to, const wchar_t *what);
void add_number(text *to, unsigned long long number);

/* folder.c: this program's folder, with the backslash at its end, in a form that Java understands. FALSE if it is too long. */
BOOL own_folder(text *folder);

/* browser.c: the run of the browser that started us, as "<pid>-<start, in ms since 1970>"; "unknown" where Windows won't tell. */
void add_browser(text *to);

/* log.c: a line in the host's own log, %LOCALAPPDATA%\Inkan\ApplicationLog.log. */
void log_error(const wchar_t *message, const wchar_t *detail, unsigned long code);

#endif
