#include "launcher.h"

text new_text(void) {
    text fresh = {HeapAlloc(GetProcessHeap(), HEAP_ZERO_MEMORY, LONGEST * sizeof(wchar_t)), 0, FALSE};
    fresh.bad = fresh.start == NULL;
    return fresh;
}

void add(text *to, const wchar_t *what) {
    while (*what && !to->bad) {
        if (to->length + 1 >= LONGEST) {
            to->bad = TRUE;
            return;
        }
        to->start[to->length++] = *what++;
    }
}

void add_number(text *to, unsigned long long number) {
    wchar_t digits[24];
    wchar_t *first = digits + 23;
    *first = 0;
    do {
        *--first = (wchar_t) (L'0' + number % 10);
        number /= 10;
    } while (number);
    add(to, first);
}
