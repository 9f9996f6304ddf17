use std::fmt;

/// So many of so many, as a share.
#[derive(Clone, Copy, Debug, Default)]
pub struct Ratio {
    pub part: usize,
    pub whole: usize,
}

impl Ratio {
    /// Counts one more, which is so or not.
    pub fn add(&mut self, is_so: bool) {
        self.part += usize::from(is_so);
        self.whole += 1;
    }
}

impl fmt::Display for Ratio {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Nothing of nothing is no share.
        match self.whole {
            0 => write!(f, "– (0/0)"),
            whole => write!(f, "{:.3} ({}/{whole})", self.part as f64 / whole as f64, self.part),
        }
    }
}
