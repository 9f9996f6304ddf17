use std::collections::HashMap;
use std::sync::Arc;

use super::AnnotationId;

/// The first byte of every annotation by its id.
///
/// Ids are spread over shards that clones share, so that neither cloning it nor
/// changing a clone costs all of it.
#[derive(Clone, Debug)]
pub struct StartById {
    shards: Vec<Arc<HashMap<AnnotationId, usize>>>,
}

// Of 10,000 annotations an edit copies some 160 entries, and a clone 64 counters.
const SHARDS: usize = 64;

impl StartById {
    /// Takes note of one; answers where it began before.
    pub fn insert(&mut self, id: AnnotationId, start: usize) -> Option<usize> {
        Arc::make_mut(&mut self.shards[shard(id)]).insert(id, start)
    }

    /// Forgets one; answers where it began.
    pub fn remove(&mut self, id: AnnotationId) -> Option<usize> {
        Arc::make_mut(&mut self.shards[shard(id)]).remove(&id)
    }

    /// Where one begins.
    pub fn get(&self, id: AnnotationId) -> Option<usize> {
        self.shards[shard(id)].get(&id).copied()
    }
}

impl Default for StartById {
    fn default() -> StartById {
        StartById { shards: vec![Arc::default(); SHARDS] }
    }
}

fn shard(id: AnnotationId) -> usize {
    // Ids are random, so that their low bits spread evenly.
    id.number() as usize % SHARDS
}
