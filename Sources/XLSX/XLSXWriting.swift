#if Workbook
    import CXLSXWriter
    import Workbooks

    /// One workbook on its way through the library: a translation of values to calls, without any decision.
    struct XLSXWriting {
        let library: cxlsxwriter
        let book: UnsafeMutablePointer<lxw_workbook>
        private var formats: [Workbook.CellFormat: UnsafeMutablePointer<lxw_format>] = [:]

        init(_ library: UnsafePointer<cxlsxwriter>, path: String) {
            self.library = library.pointee
            var options = lxw_workbook_options()
            book = self.library.workbook_new_opt(path, &options)!
        }

        /// Writes all and ends the workbook.
        mutating func write(_ workbook: Workbook) -> lxw_error {
            writeProperties(of: workbook)
            for sheet in workbook.sheets {
                let page = library.workbook_add_worksheet(book, sheet.name)!
                writeCells(of: sheet, on: page)
                writeLayout(of: sheet, on: page)
                for placed in sheet.charts { insert(placed, of: sheet, on: page) }
            }
            return library.workbook_close(book)
        }

        /// The mark by which `WorkbookMark` knows the file again is the custom property.
        private func writeProperties(of workbook: Workbook) {
            // A control character would leave a file that is no XML, and that Excel refuses.
            CellText.cleaned(workbook.title).withCString { title in
                var properties = lxw_doc_properties()
                properties.title = UnsafeMutablePointer(mutating: title)
                properties.created = time_t(workbook.created)
                _ = library.workbook_set_properties(book, &properties)
            }
            _ = library.workbook_set_custom_property_string(book, "Generator", "Milepost")
        }

        private mutating func writeCells(of sheet: Workbook.Sheet, on page: UnsafeMutablePointer<lxw_worksheet>) {
            for (row, cells) in sheet.rows.enumerated() {
                for (column, cell) in cells.enumerated() {
                    let (row, column) = (lxw_row_t(row), lxw_col_t(column))
                    switch cell.value {
                    case .text(let text):
                        _ = library.worksheet_write_string(page, row, column, text, format(cell.format))
                    case .number(let value):
                        _ = library.worksheet_write_number(page, row, column, value, format(cell.format))
                    case .boolean(let value):
                        _ = library.worksheet_write_boolean(page, row, column, value ? 1 : 0, format(cell.format))
                    case .empty where cell.format.style.ground != nil:
                        _ = library.worksheet_write_blank(page, row, column, format(cell.format))
                    case .empty: break
                    }
                }
            }
        }

        private mutating func writeLayout(of sheet: Workbook.Sheet, on page: UnsafeMutablePointer<lxw_worksheet>) {
            for (column, width) in sheet.widths.enumerated() {
                _ = library.worksheet_set_column(page, lxw_col_t(column), lxw_col_t(column), width, nil)
            }
            for (row, height) in sheet.heights {
                _ = library.worksheet_set_row(page, lxw_row_t(row), height, nil)
            }
            if sheet.frozenRows > 0 || sheet.frozenColumns > 0 {
                library.worksheet_freeze_panes(page, lxw_row_t(sheet.frozenRows), lxw_col_t(sheet.frozenColumns))
            }
            if sheet.frozenRows > 0 {
                _ = library.worksheet_repeat_rows(page, 0, lxw_row_t(sheet.frozenRows - 1))
            }
            if sheet.frozenColumns > 0 {
                _ = library.worksheet_repeat_columns(page, 0, lxw_col_t(sheet.frozenColumns - 1))
            }
            if let filter = sheet.filter {
                let (rows, columns) = (filter.rows, filter.columns)
                _ = library.worksheet_autofilter(
                    page, lxw_row_t(rows.lowerBound), lxw_col_t(columns.lowerBound), lxw_row_t(rows.upperBound),
                    lxw_col_t(columns.upperBound))
            }
            for range in sheet.bars { addBars(range, on: page) }
            if let tab = sheet.tab { library.worksheet_set_tab_color(page, tab.rgb) }
            library.worksheet_set_landscape(page)
            // A4
            library.worksheet_set_paper(page, 9)
            if sheet.fitsPageWidth {
                library.worksheet_fit_to_pages(page, 1, sheet.fitsOnePage ? 1 : 0)
            } else {
                library.worksheet_set_print_scale(page, UInt16(sheet.printScale))
            }
            if !sheet.pageBreaks.isEmpty {
                var breaks = sheet.pageBreaks.map { lxw_row_t($0) } + [0]
                _ = library.worksheet_set_h_pagebreaks(page, &breaks)
            }
            if let column = sheet.columnBreak {
                var breaks = [lxw_col_t(column), 0]
                _ = library.worksheet_set_v_pagebreaks(page, &breaks)
            }
            library.worksheet_set_margins(page, 0.4, 0.4, 0.5, 0.6)
            library.worksheet_gridlines(page, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue))
            _ = library.worksheet_set_footer(page, "&L&8&A&R&8&P / &N")
        }

        private func addBars(_ range: Workbook.CellRange, on page: UnsafeMutablePointer<lxw_worksheet>) {
            var bars = lxw_conditional_format()
            bars.type = UInt8(LXW_CONDITIONAL_DATA_BAR.rawValue)
            bars.data_bar_2010 = 1
            bars.bar_solid = 1
            bars.bar_color = Workbook.Colour.paleBlue.rgb
            bars.min_rule_type = UInt8(LXW_CONDITIONAL_RULE_TYPE_NUMBER.rawValue)
            bars.max_rule_type = UInt8(LXW_CONDITIONAL_RULE_TYPE_NUMBER.rawValue)
            bars.min_value = 0
            bars.max_value = 1
            _ = library.worksheet_conditional_format_range(
                page, lxw_row_t(range.rows.lowerBound), lxw_col_t(range.columns.lowerBound),
                lxw_row_t(range.rows.upperBound), lxw_col_t(range.columns.upperBound), &bars)
        }

        private mutating func format(_ looks: Workbook.CellFormat) -> UnsafeMutablePointer<lxw_format> {
            if let known = formats[looks] { return known }
            let format = library.workbook_add_format(book)!
            let style = looks.style
            if looks.number != .general { library.format_set_num_format(format, looks.number.code) }
            if style.isBold { library.format_set_bold(format) }
            if style.isItalic { library.format_set_italic(format) }
            if let size = style.size { library.format_set_font_size(format, size) }
            if let ink = style.ink { library.format_set_font_color(format, ink.rgb) }
            if let ground = style.ground {
                library.format_set_pattern(format, UInt8(LXW_PATTERN_SOLID.rawValue))
                library.format_set_bg_color(format, ground.rgb)
            }
            if looks.wraps { library.format_set_text_wrap(format) }
            if looks.isRight { library.format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue)) }
            if looks.isIndented { library.format_set_indent(format, 1) }
            library.format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
            formats[looks] = format
            return format
        }
    }
#endif
