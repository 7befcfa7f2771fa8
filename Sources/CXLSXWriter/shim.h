// The functions of libxlsxwriter that XLSX calls, looked up when the first workbook is written. The library is not
// linked: it brings libcrypto with it, which every other command would load for nothing, and the program runs where
// it is missing.
#ifndef CXLSXWRITER_SHIM_H
#define CXLSXWRITER_SHIM_H

#include <dlfcn.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <xlsxwriter.h>

#define CXLSXWRITER_FUNCTIONS(use)                                                                                     \
    use(workbook_new_opt) use(workbook_close) use(workbook_set_properties) use(workbook_set_custom_property_string)   \
    use(workbook_add_worksheet) use(workbook_add_format) use(workbook_add_chart)                                      \
    use(worksheet_write_number) use(worksheet_write_string) use(worksheet_write_boolean) use(worksheet_write_blank)   \
    use(worksheet_set_column) use(worksheet_set_row) use(worksheet_freeze_panes) use(worksheet_autofilter)            \
    use(worksheet_conditional_format_range) use(worksheet_insert_chart_opt) use(worksheet_set_landscape)              \
    use(worksheet_set_paper) use(worksheet_set_print_scale) use(worksheet_fit_to_pages)                                \
    use(worksheet_set_h_pagebreaks) use(worksheet_repeat_rows) use(worksheet_set_footer)                              \
    use(worksheet_repeat_columns) use(chart_axis_set_interval_unit)                                                   \
    use(worksheet_set_tab_color) use(worksheet_gridlines) use(worksheet_set_margins)                                  \
    use(format_set_num_format) use(format_set_bold) use(format_set_italic) use(format_set_font_size)                  \
    use(format_set_font_color) use(format_set_bg_color) use(format_set_pattern) use(format_set_text_wrap)             \
    use(format_set_align) use(format_set_indent) use(worksheet_set_v_pagebreaks)                                      \
    use(chart_add_series) use(chart_series_set_categories) use(chart_series_set_values) use(chart_series_set_name)    \
    use(chart_series_set_line) use(chart_series_set_fill) use(chart_series_set_marker_type)                           \
    use(chart_series_set_marker_size) use(chart_series_set_marker_fill) use(chart_series_set_marker_line)             \
    use(chart_series_set_labels) use(chart_series_set_labels_num_format)                                              \
    use(chart_axis_set_name) use(chart_axis_set_num_format) use(chart_axis_set_min) use(chart_axis_set_max)           \
    use(chart_axis_set_reverse) use(chart_axis_set_label_position) use(chart_axis_major_gridlines_set_visible)       \
    use(chart_axis_major_gridlines_set_line) use(chart_axis_set_crossing_max)                                         \
    use(chart_title_set_name) use(chart_title_set_name_font)                                                          \
    use(chart_legend_set_position) use(chart_legend_delete_series) use(chart_set_series_gap)                          \
    use(chart_show_blanks_as)

#define CXLSXWRITER_DECLARE(name) __typeof__(name) *_Nonnull name;

struct cxlsxwriter {
    CXLSXWRITER_FUNCTIONS(CXLSXWRITER_DECLARE)
};

#define CXLSXWRITER_FIND(name)                                                                                         \
    if (!(found.name = (__typeof__(name) *)dlsym(library, #name))) return NULL;

// The library by the name that goes with the header; its structures may differ in any other.
static const char cxlsxwriter_name[] = "libxlsxwriter.so." LXW_SOVERSION;

// The functions, for as long as the process lives; NULL where the library is not installed.
static inline const struct cxlsxwriter *_Nullable cxlsxwriter_load(void) {
    void *library = dlopen(cxlsxwriter_name, RTLD_NOW | RTLD_LOCAL);
    if (!library) return NULL;
    struct cxlsxwriter found;
    CXLSXWRITER_FUNCTIONS(CXLSXWRITER_FIND)
    struct cxlsxwriter *kept = malloc(sizeof found);
    if (kept) *kept = found;
    return kept;
}

static inline const char *_Nonnull cxlsxwriter_library(void) { return cxlsxwriter_name; }

// A file in memory that goes with the process. Glibc declares memfd_create for GNU sources only.
static inline int cxlsxwriter_memory_file(void) { return (int)syscall(SYS_memfd_create, "workbook", 1u); }

#endif
