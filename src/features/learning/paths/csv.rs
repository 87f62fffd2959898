//! A table as a CSV file (RFC 4180): commas, quotes where they are needed, CRLF after each line. What a spreadsheet
//! would take for a formula begins with an apostrophe. Pure.

/// The file of a table, its head first.
#[must_use]
pub fn csv(rows: &[Vec<String>]) -> String {
    let line = |row: &Vec<String>| {
        let cells: Vec<String> = row.iter().map(|cell| quoted(&harmless(cell))).collect();
        format!("{}\r\n", cells.join(","))
    };
    rows.iter().map(line).collect()
}

/// A cell that no spreadsheet runs as a formula.
fn harmless(cell: &str) -> String {
    let first = cell.trim_start_matches([' ', '\u{a0}']).chars().next();
    let is_formula =
        matches!(first, Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠'));
    if is_formula { format!("'{cell}") } else { cell.to_owned() }
}

fn quoted(cell: &str) -> String {
    let needs_quotes = cell.contains([',', '"', '\r', '\n', ';']) || cell.trim() != cell;
    if needs_quotes { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Reads a file as RFC 4180 says.
    fn read(text: &str) -> Vec<Vec<String>> {
        let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
        let mut chars = text.chars().peekable();
        let mut is_quoted = false;
        while let Some(c) = chars.next() {
            match (c, is_quoted) {
                ('"', true) if chars.peek() == Some(&'"') => {
                    chars.next();
                    cell.push('"');
                }
                ('"', _) => is_quoted = !is_quoted,
                (',', false) => row.push(std::mem::take(&mut cell)),
                ('\r', false) => {
                    assert_eq!(chars.next(), Some('\n'), "a line ends with CRLF");
                    row.push(std::mem::take(&mut cell));
                    rows.push(std::mem::take(&mut row));
                }
                (c, _) => cell.push(c),
            }
        }
        assert!(!is_quoted && cell.is_empty() && row.is_empty(), "the last line ends as the others");
        rows
    }

    #[test]
    fn what_has_commas_quotes_or_lines_is_quoted_and_the_rest_is_not() {
        let rows = [
            vec!["Tittel".to_owned(), "Dato".to_owned()],
            vec!["Åpenhet, når \"noe\" går galt".to_owned(), "2026-11-23".to_owned()],
            vec!["to\nlinjer".to_owned(), String::new()],
        ];
        let file = "Tittel,Dato\r\n\"Åpenhet, når \"\"noe\"\" går galt\",2026-11-23\r\n\"to\nlinjer\",\r\n";
        assert_eq!(csv(&rows), file);
    }

    #[test]
    fn a_formula_becomes_a_text() {
        for cell in ["=1+1", "+47", "-2", "@SUM(A1)", " =cmd", "\t=1", "＝1"] {
            assert!(harmless(cell).starts_with('\''), "{cell}");
        }
        assert_eq!(harmless("2026-11-23"), "2026-11-23");
    }

    proptest! {
        #[test]
        fn every_table_is_read_back_whole_and_without_a_formula(
            rows in prop::collection::vec(prop::collection::vec("[ -~æøå\r\n\t]{0,12}", 2..5), 1..6),
        ) {
            let back = read(&csv(&rows));
            prop_assert_eq!(back.len(), rows.len());
            for (row, read) in rows.iter().zip(&back) {
                let harmless: Vec<String> = row.iter().map(|cell| harmless(cell)).collect();
                prop_assert_eq!(&harmless, read);
                for (cell, read) in row.iter().zip(read) {
                    prop_assert!(!read.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']), "{}", read);
                    prop_assert!(read.ends_with(cell.as_str()));
                }
            }
        }
    }
}
