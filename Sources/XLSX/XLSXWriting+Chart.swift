#if Workbook
    import CXLSXWriter
    import Workbooks

    extension XLSXWriting {
        /// Draws a chart from cells of `sheet` and puts it there.
        func insert(
            _ placed: Workbook.PlacedChart, of sheet: Workbook.Sheet, on page: UnsafeMutablePointer<lxw_worksheet>
        ) {
            let chart = placed.chart
            let drawn = library.workbook_add_chart(book, UInt8(chart.kind.code.rawValue))!
            for series in chart.series { add(series, of: chart, sheet: sheet.name, to: drawn) }
            let unseen = chart.series.indices.filter { chart.series[$0].look == .unseen }.map { Int16($0) }
            if !unseen.isEmpty {
                var list = unseen + [-1]
                _ = library.chart_legend_delete_series(drawn, &list)
            }
            let position = chart.showsLegend ? LXW_CHART_LEGEND_BOTTOM : LXW_CHART_LEGEND_NONE
            library.chart_legend_set_position(drawn, UInt8(position.rawValue))
            library.chart_title_set_name(drawn, Self.literal(chart.title))
            var font = lxw_chart_font()
            font.size = 12
            font.bold = 1
            library.chart_title_set_name_font(drawn, &font)
            setAxes(of: chart, drawn)
            library.chart_show_blanks_as(drawn, UInt8(LXW_CHART_BLANKS_AS_GAP.rawValue))
            insert(drawn, placed, on: page)
        }

        private func insert(
            _ drawn: UnsafeMutablePointer<lxw_chart>, _ placed: Workbook.PlacedChart,
            on page: UnsafeMutablePointer<lxw_worksheet>
        ) {
            CellText.cleaned(placed.chart.description).withCString { description in
                var options = lxw_chart_options()
                // The size of a chart that is not scaled.
                options.x_scale = Double(placed.width) / 480
                options.y_scale = Double(placed.height) / 288
                // Off the edge of its row: a page break there would leave the frame's upper line on the page before.
                options.y_offset = 4
                options.description = UnsafeMutablePointer(mutating: description)
                _ = library.worksheet_insert_chart_opt(
                    page, lxw_row_t(placed.row), lxw_col_t(placed.column), drawn, &options)
            }
        }

        private func add(
            _ series: Workbook.Chart.Series, of chart: Workbook.Chart, sheet: String,
            to drawn: UnsafeMutablePointer<lxw_chart>
        ) {
            let added = library.chart_add_series(drawn, nil, nil)!
            func set(
                _ range: Workbook.CellRange,
                _ call: (
                    UnsafeMutablePointer<lxw_chart_series>?, UnsafePointer<CChar>?, lxw_row_t, lxw_col_t, lxw_row_t,
                    lxw_col_t
                ) -> Void
            ) {
                call(
                    added, sheet, lxw_row_t(range.rows.lowerBound), lxw_col_t(range.columns.lowerBound),
                    lxw_row_t(range.rows.upperBound), lxw_col_t(range.columns.upperBound))
            }
            set(chart.categories, library.chart_series_set_categories)
            set(series.values, library.chart_series_set_values)
            library.chart_series_set_name(added, Self.literal(series.name))
            if chart.kind == .line { setLine(series.look, added) } else { setFill(series.look, added) }
            if series.look.isLabelled {
                library.chart_series_set_labels(added)
                library.chart_series_set_labels_num_format(added, chart.numbers.code)
            }
        }

        private func setLine(_ look: Workbook.Chart.Look, _ series: UnsafeMutablePointer<lxw_chart_series>) {
            var line = Self.line(look)
            library.chart_series_set_line(series, &line)
            let marker = look.hasMarkers ? LXW_CHART_MARKER_CIRCLE : LXW_CHART_MARKER_NONE
            library.chart_series_set_marker_type(series, UInt8(marker.rawValue))
            guard look.hasMarkers, let colour = look.colour else { return }
            library.chart_series_set_marker_size(series, 7)
            var fill = lxw_chart_fill()
            fill.color = colour.rgb
            library.chart_series_set_marker_fill(series, &fill)
            var border = lxw_chart_line()
            border.color = colour.rgb
            library.chart_series_set_marker_line(series, &border)
        }

        private func setFill(_ look: Workbook.Chart.Look, _ series: UnsafeMutablePointer<lxw_chart_series>) {
            var fill = lxw_chart_fill()
            var line = lxw_chart_line()
            line.none = 1
            if let colour = look.colour { fill.color = colour.rgb } else { fill.none = 1 }
            library.chart_series_set_fill(series, &fill)
            library.chart_series_set_line(series, &line)
        }

        private static func line(_ look: Workbook.Chart.Look) -> lxw_chart_line {
            var line = lxw_chart_line()
            guard let colour = look.colour, let width = look.width else {
                line.none = 1
                return line
            }
            line.color = colour.rgb
            line.width = width
            let dash =
                switch look.dash {
                case .solid: LXW_CHART_LINE_DASH_SOLID
                case .dots: LXW_CHART_LINE_DASH_SQUARE_DOT
                case .dashes: LXW_CHART_LINE_DASH_DASH
                }
            line.dash_type = UInt8(dash.rawValue)
            return line
        }

        private func setAxes(of chart: Workbook.Chart, _ drawn: UnsafeMutablePointer<lxw_chart>) {
            // The x axis lies below; that of the categories does not where bars are horizontal.
            let (below, beside) = (drawn.pointee.x_axis, drawn.pointee.y_axis)
            let (categories, values) = chart.kind.isHorizontal ? (beside, below) : (below, beside)
            if let title = chart.categoryTitle { library.chart_axis_set_name(categories, Self.literal(title)) }
            library.chart_axis_set_name(values, Self.literal(chart.valueTitle))
            library.chart_axis_set_num_format(values, chart.numbers.axisCode)
            if let least = chart.least { library.chart_axis_set_min(values, least) }
            if let greatest = chart.greatest { library.chart_axis_set_max(values, greatest) }
            // Labels stay at the edge where values are negative.
            library.chart_axis_set_label_position(categories, UInt8(LXW_CHART_AXIS_LABEL_POSITION_LOW.rawValue))
            var grid = lxw_chart_line()
            grid.color = 0xD9_D9D9
            grid.width = 0.5
            library.chart_axis_major_gridlines_set_visible(values, 1)
            library.chart_axis_major_gridlines_set_line(values, &grid)
            switch chart.kind {
            case .line: break
            case .stackedColumns: library.chart_set_series_gap(drawn, 40)
            case .bars, .stackedBars:
                library.chart_set_series_gap(drawn, 40)
                library.chart_axis_set_reverse(categories)
                // Every bar has its name.
                library.chart_axis_set_interval_unit(categories, 1)
                library.chart_axis_set_crossing_max(categories)
            }
        }

        /// The library takes a title that begins with an equals sign for a reference to a cell.
        private static func literal(_ text: String) -> String {
            let clean = CellText.cleaned(text)
            return clean.hasPrefix("=") ? " " + clean : clean
        }
    }

    extension Workbook.Chart.Kind {
        var isHorizontal: Bool { self == .bars || self == .stackedBars }

        var code: lxw_chart_type {
            switch self {
            case .line: LXW_CHART_LINE
            case .stackedColumns: LXW_CHART_COLUMN_STACKED
            case .bars: LXW_CHART_BAR
            case .stackedBars: LXW_CHART_BAR_STACKED
            }
        }
    }
#endif
