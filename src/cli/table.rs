use unicode_width::UnicodeWidthStr;

/// Lines of text in columns of equal width, as a terminal counts columns.
pub(super) struct TextTable<const N: usize> {
    rows: Vec<[String; N]>,
}

impl<const N: usize> TextTable<N> {
    /// A table with its head.
    pub fn new(head: [&str; N]) -> TextTable<N> {
        TextTable { rows: vec![head.map(str::to_owned)] }
    }

    /// A table without a head.
    pub fn without_head() -> TextTable<N> {
        TextTable { rows: Vec::new() }
    }

    /// Adds a row.
    pub fn push(&mut self, row: [String; N]) {
        self.rows.push(row);
    }

    /// The lines, two spaces between columns and none at their ends.
    pub fn print(&self) -> String {
        // In columns of a terminal: a Chinese character takes two, a combining accent none.
        let width = |column: usize| self.rows.iter().map(|row| row[column].width()).max().unwrap_or(0);
        let widths: [usize; N] = std::array::from_fn(width);
        let mut printed = String::new();
        for row in &self.rows {
            let mut line = String::new();
            for (cell, width) in row.iter().zip(widths) {
                line.push_str(cell);
                line.push_str(&" ".repeat(width - cell.width() + 2));
            }
            // Copied from a terminal, spaces at the ends of lines are a nuisance.
            printed.push_str(line.trim_end());
            printed.push('\n');
        }
        printed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_under_each_other_in_every_script() {
        let mut table = TextTable::new(["#", "Words", "Status"]);
        table.push(["1".to_owned(), "死者".to_owned(), "Draft".to_owned()]);
        table.push(["12".to_owned(), "cafe\u{301}".to_owned(), String::new()]);
        assert_eq!(table.print(), "#   Words  Status\n1   死者   Draft\n12  cafe\u{301}\n");
    }
}
