use std::fs::Metadata;

/// The name of the account that a file belongs to, as this machine's list of accounts has it, else its number.
#[cfg(unix)]
pub fn owner(metadata: &Metadata) -> String {
    use std::os::unix::fs::MetadataExt;
    let number = metadata.uid().to_string();
    // Accounts of a directory service are not in that list; the number is told then.
    let accounts = crate::store::plain_file::read(std::path::Path::new("/etc/passwd")).unwrap_or_default();
    name(&String::from_utf8_lossy(&accounts), &number)
        .map_or_else(|| format!("the account with the number {number}"), str::to_owned)
}

/// The system tells owners by other calls.
#[cfg(not(unix))]
pub fn owner(_metadata: &Metadata) -> String {
    "somebody else".to_owned()
}

/// The name before the number, in lines of fields between colons: name, password, number (see `passwd(5)`).
#[cfg(unix)]
fn name<'a>(accounts: &'a str, number: &str) -> Option<&'a str> {
    accounts.lines().find_map(|line| {
        let mut fields = line.split(':');
        let name = fields.next()?;
        (fields.nth(1)? == number && !name.is_empty()).then_some(name)
    })
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn an_account_is_named_by_the_list_of_accounts() {
        let accounts = "root:x:0:0:root:/root:/bin/sh\n\nbroken\nines:x:1000:1000:Ines:/home/ines:/bin/sh\n";
        assert_eq!((name(accounts, "1000"), name(accounts, "1001"), name("", "0")), (Some("ines"), None, None));
    }
}
