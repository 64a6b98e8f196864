//! A quantity of a report.

use super::kinds::{Basis, Confidence, Qualifier, Role, Years};
use super::model::Entry;
use crate::text::{Bilingual, DataText};

/// One quantity with unit, qualifier and basis.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    pub(super) name: Option<Bilingual>,
    pub(super) indicator: Option<DataText>,
    pub(super) value: f64,
    pub(super) upper: Option<f64>,
    pub(super) unit: DataText,
    pub(super) unit_en: Option<DataText>,
    pub(super) qualifier: Option<Qualifier>,
    pub(super) basis: Basis,
    pub(super) year: Option<Years>,
    pub(super) role: Role,
    pub(super) estimate: bool,
    pub(super) confidence: Option<Confidence>,
}

impl Figure {
    /// Its own name; the title of the entry when absent.
    pub fn name(&self) -> Option<&Bilingual> {
        self.name.as_ref()
    }

    /// The indicator: the same id means the same scope.
    pub fn indicator(&self) -> Option<&str> {
        self.indicator.as_deref()
    }

    /// The value in the source's own unit; the lower end of a range.
    pub fn value(&self) -> f64 {
        self.value
    }

    /// The upper end of a range.
    pub fn upper(&self) -> Option<f64> {
        self.upper
    }

    /// The unit as in the source; empty when there is none.
    pub fn unit(&self) -> &str {
        &self.unit
    }

    /// The English unit where it differs from the lexicon's.
    pub fn unit_en(&self) -> Option<&str> {
        self.unit_en.as_deref()
    }

    /// How the source hedges the value.
    pub fn qualifier(&self) -> Option<Qualifier> {
        self.qualifier
    }

    /// What kind of quantity it is.
    pub fn basis(&self) -> Basis {
        self.basis
    }

    /// The year or years it is about; `None` where a drafted text does not tell.
    pub fn year(&self) -> Option<Years> {
        self.year
    }

    /// Whether it was reached, is promised, or is what a change starts from.
    pub fn role(&self) -> Role {
        self.role
    }

    /// Whether the source says that it is an estimate (预计).
    pub fn estimate(&self) -> bool {
        self.estimate
    }

    /// Whether a drafted figure needs a look.
    pub fn confidence(&self) -> Option<Confidence> {
        self.confidence
    }
}

impl Figure {
    /// The figure's own name, else the title of its entry.
    pub fn name_in<'a>(&'a self, entry: &'a Entry) -> &'a Bilingual {
        self.name.as_ref().unwrap_or(&entry.title)
    }

    /// The same in another unit, with the English one where it differs from the lexicon's.
    #[must_use]
    pub(crate) fn in_unit(self, unit: &str, unit_en: Option<DataText>) -> Self {
        Self { unit: unit.to_owned().into(), unit_en, ..self }
    }

    /// A plain amount of `value` in this figure's unit, for the end of a scale.
    #[must_use]
    pub fn with_amount(&self, value: f64) -> Self {
        Self { value, upper: None, qualifier: None, basis: Basis::Level, ..self.clone() }
    }
}
