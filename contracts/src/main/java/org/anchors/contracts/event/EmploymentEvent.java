package org.anchors.contracts.event;

/** What employment-service tells. */
public sealed interface EmploymentEvent extends Event permits OutcomeTotalsChanged, ProgrammeRegistered {}
