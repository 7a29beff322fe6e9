package org.anchors.contracts.event;

/** What social-value-service tells. */
public sealed interface SocialValueEvent extends Event permits CatalogueLoaded, ContractAwarded, DeliveryApproved {}
