/// Whether a field holds what a missing one means; such fields are left out of the file.
pub fn is_unknown<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}
