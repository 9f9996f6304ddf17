/// How far two fingers, or the wheel with Ctrl, have turned since the reading size last took a step.
#[derive(Clone, Copy, Debug)]
pub struct Pinch(f32);

impl Default for Pinch {
    fn default() -> Pinch {
        Pinch(1.0)
    }
}

impl Pinch {
    /// The size in whole points after turning by a further factor.
    pub fn turned(&mut self, size: f32, factor: f32) -> f32 {
        // Who turns back means it, however much was left over.
        let turns_back = (factor - 1.0) * (self.0 - 1.0) < 0.0;
        self.0 = if turns_back { factor } else { self.0 * factor };
        let wanted = size * self.0;
        // Whole points only: each size is laid out and kept by itself, and a smooth change would set the
        // article in every frame.
        if (wanted - size).abs() < 1.0 {
            return size;
        }
        let stepped = size + (wanted - size).trunc();
        self.0 = 1.0;
        stepped
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_turns_add_up_to_a_step() {
        let mut pinch = Pinch::default();
        assert_eq!(pinch.turned(18.0, 1.03), 18.0);
        assert_eq!(pinch.turned(18.0, 1.03), 19.0);
        assert_eq!(pinch.turned(19.0, 1.03), 19.0, "what led to a step is used up");
        assert_eq!(pinch.turned(19.0, 0.95), 19.0);
        assert_eq!(pinch.turned(19.0, 0.99), 18.0, "turning back begins anew");
        assert_eq!(Pinch::default().turned(20.0, 0.8), 16.0);
    }
}
